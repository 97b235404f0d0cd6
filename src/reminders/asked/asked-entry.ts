import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';
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
  WHERE i.id = $1 AND ($3::uuid[] IS NULL OR s.department_id = ANY ($3)) AND NOT ${answered('f', '$2', HANDED_IN)}`;

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

// In a mail that was cancelled or refused nobody was told.
const ASKED = `
  SELECT n.subject || ' ' || (n.reason ->> 'month') AS entry, n.contact_id AS "contactId", m.person
  FROM notification n JOIN mail m ON m.id = n.mail_id AND m.state NOT IN ('cancelled', 'refused')
  WHERE n.rule = $1 AND n.stage = $2 AND n.subject = ANY ($3)`;

export const askedKey = (indicatorId: string, month: Month, who: string): string => `${indicatorId} ${month} ${who}`;

/** Who was asked for which of these indicators' entries on a day, as `askedKey`s: by contact, and by person as a contact may have been entered anew since. */
export async function askedOn(
  manager: EntityManager,
  rule: string,
  day: string,
  indicatorIds: readonly string[],
): Promise<Set<string>> {
  const rows: { entry: string; contactId: string; person: string | null }[] = await manager.query(ASKED, [
    rule,
    day,
    indicatorIds,
  ]);
  return new Set(rows.flatMap(({ entry, contactId, person }) => [`${entry} ${contactId}`, `${entry} ${person}`]));
}

/** @returns undefined when nothing is owed of the indicator and month, or it lies outside the scope */
export async function owedEntry(
  manager: EntityManager,
  indicatorId: string,
  month: Month,
  scope: Scope,
): Promise<AskedEntry | undefined> {
  const [entry]: AskedEntry[] = await manager.query(OWED_ENTRY, [indicatorId, month, departmentList(scope)]);
  return entry;
}
