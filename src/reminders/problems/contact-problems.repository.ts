import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import type { ContactProblem } from './contact-problem.js';

/** Where indicators are in force in a month; `sectionId` null: those that no section owns. */
export interface OwingPlace {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly sectionId: string | null;
  readonly sectionName: string | null;
}

const PLACES = `
  SELECT DISTINCT s.department_id AS "departmentId", d.name AS "departmentName", i.section_id AS "sectionId",
         c.name AS "sectionName"
  FROM target_sheet s
  JOIN department d ON d.id = s.department_id
  JOIN indicator i ON i.sheet_id = s.id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND $1 >= f.from_month AND $1 < f.until_month
    AND (f.end_month IS NULL OR f.end_month >= $1)
  LEFT JOIN section c ON c.id = i.section_id
  WHERE s.fiscal_year = left($1, 4)::int
  ORDER BY d.name, s.department_id, c.name`;

// An address fails once its server has refused it for good; a robot, when it refused the last that it was given. A person
// has reported when their section has, or an account of theirs has entered anything, wherever.
const TOLD = `
  WITH last AS (
    SELECT DISTINCT ON (m.contact_id) m.contact_id, m.id, m.state, m.finished_at
    FROM mail m JOIN chat_robot b ON b.contact_id = m.contact_id
    WHERE m.state IN ('sent', 'refused') ORDER BY m.contact_id, m.finished_at DESC
  ), problems AS (
    SELECT last.contact_id, 'address-fails' AS problem, last.finished_at AS since, a.reply
    FROM last JOIN LATERAL (
      SELECT reply FROM mail_attempt WHERE mail_id = last.id AND outcome = 'refused' ORDER BY started_at DESC LIMIT 1
    ) a ON true WHERE last.state = 'refused'
    UNION ALL
    SELECT c.id, 'never-reported', told.since, NULL
    FROM contact c
    JOIN LATERAL (
      SELECT min(m.finished_at) AS since FROM notification n JOIN mail m ON m.id = n.mail_id
      WHERE n.contact_id = c.id AND m.state = 'sent' AND n.rule = 'entries-owed'
    ) told ON told.since IS NOT NULL
    WHERE c.duty = 'reporter' AND NOT EXISTS (
      SELECT 1 FROM indicator i JOIN progress_entry e ON e.indicator_id = i.id
      WHERE i.section_id = c.section_id AND e.submitted_at IS NOT NULL)
      AND NOT EXISTS (
        SELECT 1 FROM app_user u JOIN progress_entry e ON u.username = e.submitted_by OR u.username = ANY (e.authors)
        WHERE u.id = c.user_id OR mailbox(u.email) = mailbox(c.email))
  )
  SELECT p.problem, c.id AS "contactId", c.name, c.email, c.department_id AS "departmentId", d.name AS "departmentName",
         c.duty, c.section_id AS "sectionId", p.since, p.reply
  FROM problems p JOIN contact c ON c.id = p.contact_id AND c.active JOIN department d ON d.id = c.department_id
  ORDER BY p.since, c.id`;

@Injectable()
export class ContactProblemsRepository {
  places(manager: EntityManager, month: Month): Promise<OwingPlace[]> {
    return manager.query(PLACES, [month]);
  }

  /** What became of what contacts were told. */
  told(manager: EntityManager): Promise<ContactProblem[]> {
    return manager.query(TOLD);
  }

  /** Of these addresses those that were refused. */
  async refusals(
    manager: EntityManager,
    emails: readonly string[],
  ): Promise<Map<string, Pick<ContactProblem, 'since' | 'reply'>>> {
    const rows: { address: string; since: Date; reply: string | null }[] = await manager.query(
      'SELECT address, refused_at AS since, reply FROM refused_address WHERE address = ANY ($1)',
      [emails],
    );
    return new Map(rows.map(({ address, ...refusal }) => [address, refusal]));
  }

  async departmentNames(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await manager.query(
      'SELECT id, name FROM department WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
