import type { EntityManager } from 'typeorm';
import type { Reader } from '../../delivery/recipients/addressee.js';
import type { Notification } from '../notification.entity.js';
import type { Month } from '../../domain/calendar/month.js';
import { answered, HANDED_IN, owes } from '../../progress/work-list/owed-months.js';

/** One entry that is owed, and where. */
export interface AskedEntry {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly sectionId: string | null;
  readonly sectionName: string | null;
  readonly indicator: string;
}

const OWED_ENTRY = `
  SELECT s.department_id AS "departmentId", d.name AS "departmentName", i.section_id AS "sectionId",
         c.name AS "sectionName", i.name AS indicator
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id AND s.fiscal_year = left($2, 4)::int
  JOIN department d ON d.id = s.department_id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND ${owes('f', '$2')}
  LEFT JOIN section c ON c.id = i.section_id
  WHERE i.id = $1 AND NOT ${answered('f', '$2', HANDED_IN)}`;

// A later day's line of the same entry, for the same contact or person, which goes out or has, or another that went out today.
const ASKED_ANEW = `
  SELECT 1 FROM notification n JOIN mail m ON m.id = n.mail_id AND (m.finished_at IS NULL OR m.state = 'sent')
  WHERE n.rule = $1 AND n.subject = $2 AND (n.contact_id = $3 OR m.person = $8) AND n.reason ->> 'month' = $4 AND n.mail_id <> $6
    AND (n.stage > $5 OR (m.state = 'sent' AND m.finished_at >= $7)) LIMIT 1`;

/** Whether another mail asks for the same entry: one a day is enough, also after days without a mail server. */
export async function isAskedAnew(
  manager: EntityManager,
  { rule, subject, contactId, stage, mailId }: Notification,
  month: Month,
  today: Date,
  { person }: Reader,
): Promise<boolean> {
  const values = [rule, subject, contactId, month, stage, mailId, today, person];
  const rows: unknown[] = await manager.query(ASKED_ANEW, values);
  return rows.length > 0;
}

const ASKED = 'SELECT person FROM mail WHERE kind = $1 AND topic = $2 AND person IS NOT NULL';

/** The persons who have been asked on that occasion, also as a contact who has been entered anew since. */
export async function askedPersons(manager: EntityManager, kind: string, topic: string): Promise<Set<string>> {
  const rows: { person: string }[] = await manager.query(ASKED, [kind, topic]);
  return new Set(rows.map(({ person }) => person));
}

/** @returns undefined when nothing is owed of the indicator and month */
export async function owedEntry(
  manager: EntityManager,
  indicatorId: string,
  month: Month,
): Promise<AskedEntry | undefined> {
  const [entry]: AskedEntry[] = await manager.query(OWED_ENTRY, [indicatorId, month]);
  return entry;
}
