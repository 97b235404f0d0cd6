import type { EntityManager } from 'typeorm';
import type { MailState } from '../domain/reminding/mail-state.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { OwedPlace } from './digest-line.js';
import { ledgerKey, type PlannedNotification } from './notifications.repository.js';

/** A line of the ledger about what is owed, of a step of the ladder or of a later day of it. */
interface Told {
  readonly key: string;
  readonly stage: string;
  readonly owed: readonly OwedPlace[];
  readonly state: MailState;
}

const TOLD = `
  SELECT concat_ws(' ', n.rule, n.subject, n.contact_id, n.due_date, w.stage) AS key, n.stage, n.reason -> 'owed' AS owed,
         m.state
  FROM jsonb_to_recordset($1::jsonb) AS w(rule text, "contactId" uuid, subject text, "dueDate" text, stage text)
  JOIN notification n ON n.rule = w.rule AND n.subject = w.subject AND n.contact_id = w."contactId"
    AND n.due_date = w."dueDate" AND (n.stage = w.stage OR starts_with(n.stage, w.stage || ' '))
  JOIN mail m ON m.id = n.mail_id`;

/** Their lines have told nobody. */
const UNTOLD: readonly MailState[] = ['cancelled', 'refused', 'superseded'];

/**
 * A step of the ladder is one line of the ledger, and what joins it later would never be told: a section whose people drop
 * out after its head was told of others. While the line is still planned the place joins it; afterwards the day has a line
 * of its own, `+1 2026-11-10`.
 * @param isPlanned whether a department is among those that are planned now: the others keep their places
 */
export async function withUntoldPlaces(
  manager: EntityManager,
  planned: readonly PlannedNotification[],
  today: LocalDate,
  isPlanned: (departmentId: string) => boolean,
): Promise<PlannedNotification[]> {
  const owing = planned.filter(({ rule }) => rule === 'entries-owed');
  if (owing.length === 0) return [...planned];
  const keys = owing.map(({ rule, contactId, subject, dueDate, stage }) => ({
    rule,
    contactId,
    subject,
    dueDate,
    stage,
  }));
  const rows: Told[] = await manager.query(TOLD, [JSON.stringify(keys)]);
  const byKey = new Map<string, Told[]>();
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  return planned.map((line) => {
    const told = byKey.get(ledgerKey(line));
    return told ? untold(line, told, today, isPlanned) : line;
  });
}

function untold(
  line: PlannedNotification,
  told: readonly Told[],
  today: LocalDate,
  isPlanned: (departmentId: string) => boolean,
): PlannedNotification {
  const { owed } = line.reason as { owed: readonly OwedPlace[] };
  const first = told.find(({ stage }) => stage === line.stage);
  if (!first || first.state === 'cancelled' || first.state === 'refused') return line;
  if (first.state === 'planned') {
    const kept = first.owed.filter(({ departmentId }) => !isPlanned(departmentId));
    return { ...line, reason: { owed: [...kept, ...owed] } };
  }
  const stage = `${line.stage} ${today}`;
  const before = told.filter((one) => !UNTOLD.includes(one.state) && !(one.stage === stage && one.state === 'planned'));
  const places = new Set(before.flatMap((one) => one.owed.flatMap(placeOf)));
  const news = owed.filter((place) => !placesThatCover(place).some((one) => places.has(one)));
  return news.length === 0 ? line : { ...line, stage, reason: { owed: news } };
}

const placeOf = ({ departmentId, sectionId }: OwedPlace): string =>
  sectionId === undefined ? departmentId : `${departmentId} ${String(sectionId)}`;

/** Whoever was told of the whole department was told of each section. */
const placesThatCover = (place: OwedPlace): string[] => [placeOf(place), place.departmentId];
