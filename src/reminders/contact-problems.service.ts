import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A contact whom reminders do not reach, or do not move. */
export interface ContactProblem {
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly problem: 'address-fails' | 'never-reported';
  /** When the address was refused, or the first one was sent. */
  readonly since: Date;
  /** What the mail server said. */
  readonly reply: string | null;
}

// An address fails once its server has refused it for good; a robot, when it refused the last that it was given.
const PROBLEMS = `
  WITH last AS (
    SELECT DISTINCT ON (m.contact_id) m.contact_id, m.id, m.state, m.finished_at
    FROM mail m JOIN chat_robot b ON b.contact_id = m.contact_id
    WHERE m.state IN ('sent', 'refused') ORDER BY m.contact_id, m.finished_at DESC
  ), problems AS (
    SELECT c.id AS contact_id, 'address-fails' AS problem, r.refused_at AS since, r.reply
    FROM contact c JOIN refused_address r ON r.address = lower(c.email)
    WHERE NOT EXISTS (SELECT 1 FROM chat_robot b WHERE b.contact_id = c.id)
    UNION ALL
    SELECT last.contact_id, 'address-fails', last.finished_at, a.reply
    FROM last JOIN LATERAL (
      SELECT reply FROM mail_attempt WHERE mail_id = last.id AND outcome = 'refused' ORDER BY started_at DESC LIMIT 1
    ) a ON true WHERE last.state = 'refused'
    UNION ALL
    SELECT c.id, 'never-reported', told.since, NULL
    FROM contact c
    JOIN LATERAL (
      SELECT min(m.finished_at) AS since FROM mail m JOIN notification n ON n.mail_id = m.id
      WHERE m.contact_id = c.id AND m.state = 'sent' AND n.rule = 'entries-owed'
    ) told ON told.since IS NOT NULL
    WHERE c.duty = 'reporter' AND NOT EXISTS (
      SELECT 1 FROM indicator i JOIN progress_entry e ON e.indicator_id = i.id
      WHERE i.section_id = c.section_id AND e.submitted_at IS NOT NULL)
  )
  SELECT c.id AS "contactId", c.name, c.email, c.department_id AS "departmentId", d.name AS "departmentName",
         p.problem, p.since, p.reply
  FROM problems p JOIN contact c ON c.id = p.contact_id AND c.active JOIN department d ON d.id = c.department_id
  ORDER BY p.problem, p.since, c.id`;

@Injectable()
export class ContactProblemsService {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<ContactProblem[]> {
    return this.dataSource.query(PROBLEMS);
  }
}
