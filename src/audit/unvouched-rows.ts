import type { EntityManager } from 'typeorm';
import { PROVEN_TABLES, strayedProofs, unknownAccounts } from './account-proofs.js';
import type { AuditKey } from './audit-key.js';
import type { ChangedLine } from './covered-histories.js';
import { CURRENT_ROWS } from './current-rows.js';
import { HISTORY_TABLES, type HistoryTable, keyOfHistory } from './history-lines.js';
import { missingFactors } from './missing-factors.js';
import { unprovenRows } from './rows/proven-rows.js';
import { strayedRows } from './rows/row-statements.js';

/** Lines of the log that cover what nobody has handed in: written every night, up to their `until`. */
export const DRAFTS_COVERED = 'entry.drafts-covered';

/** Whether a line of history (`h`) is as a save makes it: a draft, or emptied, with what was approved before as it was. */
export const AS_SAVED = `
  h.entry ->> 'status' IN ('draft', 'empty')
  AND coalesce(h.entry -> 'last_approved', 'null') = coalesce((
    SELECT b.entry -> 'last_approved' FROM progress_change b WHERE b.entry_id = h.entry_id AND b.version = h.version - 1), 'null')`;

/** What is saved leaves no line in the log before it is moved, or before the next night covers it. */
const WAITS_FOR_THE_NIGHT = `
  h.action IN ('saved', 'emptied') AND ${AS_SAVED}
  AND h.changed_at >= coalesce((SELECT (after ->> 'until')::timestamptz - interval '1 hour' FROM audit_event
                                WHERE action = '${DRAFTS_COVERED}' ORDER BY position DESC LIMIT 1), '-infinity')
  AND NOT EXISTS (SELECT FROM progress_change o WHERE o.entry_id = h.entry_id AND o.id <> h.id AND o.version >= h.version
                  AND (o.version = h.version OR o.action NOT IN ('saved', 'emptied')))`;

const uncovered = (table: HistoryTable): string => `
  SELECT ${keyOfHistory(table)} AS key FROM ${table} h
  ${table === 'progress_change' ? `WHERE NOT (${WAITS_FOR_THE_NIGHT})` : ''}
  EXCEPT
  SELECT jsonb_object_keys(covers -> '${table}') FROM audit_event WHERE covers -> '${table}' IS NOT NULL
  ORDER BY key`;

/** Each time as a number, since its text depends on the time zone of the session that wrote it. */
const times = (row: string, ...columns: readonly string[]): string =>
  `jsonb_build_object(${columns
    .map((column) => `'${column}', extract(epoch FROM (${row} ->> '${column}')::timestamptz)`)
    .join(', ')})`;

/**
 * A row (`now`) beside what its newest line of history, or of the log, says (`said`), of the same names and types; null: it has none. Budgets
 * that were saved before they had histories have none, and are left out here: the log vouches for their rows (`rows/`).
 */
const STATES = {
  progress_entry: `
    SELECT coalesce(e.id, h.entry_id) AS id, to_jsonb(e) || ${times('to_jsonb(e)', 'submitted_at', 'updated_at')} AS now,
           h.entry || ${times('h.entry', 'submitted_at', 'updated_at')} AS said
    FROM progress_entry e
    FULL JOIN (SELECT DISTINCT ON (entry_id) * FROM progress_change ORDER BY entry_id, version DESC) h ON h.entry_id = e.id`,
  budget_execution: `
    SELECT b.id, jsonb_build_object('version', b.version, 'spent', b.spent, 'adjustedBudget', b.adjusted_budget,
             'spentBySource', b.spent_by_source, 'deviationReason', b.deviation_reason,
             'correctiveMeasure', b.corrective_measure, 'confirmed', b.confirmed) AS now,
           h.figures || jsonb_build_object('version', h.version, 'spent', (h.figures ->> 'spent')::numeric,
             'adjustedBudget', (h.figures ->> 'adjustedBudget')::numeric) AS said
    FROM budget_execution b
    JOIN (SELECT DISTINCT ON (budget_id) * FROM budget_change ORDER BY budget_id, version DESC) h ON h.budget_id = b.id`,
  ...CURRENT_ROWS,
} as const;

/** What a move leaves as it is. */
const MOVED_ALONG = ['value', 'numerator', 'denominator', 'grade', 'coefficient', 'completed_on', 'not_applicable'];

/** Lines of moves (all but what is saved) with other figures than the line before them: those of nobody who entered any. */
const MOVED_OTHERWISE = `
  SELECT h.id AS key, string_agg(which.key, ', ' ORDER BY which.key) AS columns
  FROM progress_change h LEFT JOIN progress_change b ON b.entry_id = h.entry_id AND b.version = h.version - 1
  CROSS JOIN LATERAL (
    SELECT s.key FROM jsonb_each(h.entry) AS s JOIN jsonb_each(b.entry) AS w USING (key)
    WHERE s.value <> w.value AND s.key IN (${MOVED_ALONG.map((column) => `'${column}'`).join(', ')})
    UNION ALL SELECT 'version' WHERE b.id IS NULL) AS which
  WHERE h.action NOT IN ('saved', 'emptied') GROUP BY h.id ORDER BY h.id`;

// Columns that a line does not know were added after it was written.
const strayed = (rows: string): string => `
  WITH differing AS MATERIALIZED (SELECT * FROM (${rows}) AS pair WHERE now IS DISTINCT FROM said)
  SELECT id AS key, now IS NULL AS gone, columns FROM differing CROSS JOIN LATERAL (
    SELECT string_agg(key, ', ' ORDER BY key) AS columns
    FROM jsonb_each(said) AS s JOIN jsonb_each(now) AS n USING (key) WHERE s.value IS DISTINCT FROM n.value) AS which
  WHERE said IS NULL OR now IS NULL OR columns IS NOT NULL ORDER BY id`;

/**
 * Lines of histories that no line of the audit log covers, and rows that are not as their newest line of history has them:
 * what was added or changed behind the service's back.
 */
export async function unvouchedRows(manager: EntityManager, key: AuditKey): Promise<ChangedLine[]> {
  const found: ChangedLine[] = [];
  await manager.query('SET LOCAL statement_timeout = 0'); // the whole of every history
  for (const table of HISTORY_TABLES) {
    const lines: { key: string }[] = await manager.query(uncovered(table));
    found.push(...lines.map(({ key }): ChangedLine => ({ table, key, how: 'uncovered' })));
  }
  for (const [table, rows] of Object.entries(STATES)) {
    const lines: { key: string; gone: boolean; columns: string | null }[] = await manager.query(strayed(rows));
    found.push(
      ...lines.map(({ key, gone, columns }): ChangedLine =>
        gone ? { table, key, how: 'missing' } : { table, key, how: 'strayed', columns: columns ?? '' },
      ),
    );
  }
  for (const table of PROVEN_TABLES) found.push(...(await strayedProofs(manager, key, table)));
  found.push(
    ...(await unknownAccounts(manager)),
    ...(await unprovenRows(manager, key)),
    ...(await missingFactors(manager)),
  );
  // Named above with its columns, where a line says them in clear.
  const isNamed = ({ table, key: row }: ChangedLine) => found.some((one) => one.table === table && one.key === row);
  const moves: { key: string; columns: string }[] = await manager.query(MOVED_OTHERWISE);
  const moved = moves.map((line): ChangedLine => ({ table: 'progress_change', ...line, how: 'moved' }));
  found.push(...moved.filter((line) => !isNamed(line)));
  const others = await strayedRows(manager);
  return [...found, ...others.filter((line) => line.how === 'before' || !isNamed(line))];
}
