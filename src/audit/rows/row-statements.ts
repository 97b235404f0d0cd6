import type { EntityManager } from 'typeorm';
import { GENERATION, rowOf, tableOf, VOUCHED_TABLES, type VouchedTable } from './vouched-tables.js';
import { lastAudited, recordInAuditLog } from '../audit-log.js';
import type { ChangedLine } from '../covered-histories.js';

/** Says that from here on every row of these tables has its line; what was there before has one of `ROWS_FOUND`. */
export const ROWS_COVERED = 'audit_log.rows-covered';
/** Rows as an upgrade, or a new key, found them. */
const ROWS_FOUND = 'rows.found';
const AT_ONCE = 1_000;

/** Of rows as a line found them, and that `said again` repeats, `was` is null: nothing before it is asked for. */
const SAID = `
  SELECT said.key AS what, line.key, position,
         CASE WHEN line.value LIKE '%>%' THEN split_part(line.value, '>', 1) END AS was,
         CASE WHEN line.value LIKE '%>%' THEN split_part(line.value, '>', 2) ELSE line.value END AS now
  FROM audit_event CROSS JOIN LATERAL jsonb_each(covers) AS said CROSS JOIN LATERAL jsonb_each_text(said.value) AS line
  WHERE covers IS NOT NULL AND said.key IN (${VOUCHED_TABLES.map((name) => `'${name}'`).join(', ')})`;

const ROWS = VOUCHED_TABLES.map((name) => `SELECT '${name}' AS what, ${rowOf(name)} FROM ${tableOf(name)} h`).join(
  ' UNION ALL ',
);

/** Rows that are not as their last line says, or have none; and lines that found a row other than the line before left it. */
const STRAYED = `
  WITH said AS (${SAID}),
  steps AS (SELECT *, lag(now) OVER of_row AS before, lead(position) OVER of_row IS NULL AS is_last,
                   max(position) FILTER (WHERE was IS NULL) OVER (PARTITION BY what, key) AS found
            FROM said WINDOW of_row AS (PARTITION BY what, key ORDER BY position))
  SELECT what, key, position, 'before' AS how FROM steps WHERE was <> before AND position > coalesce(found, 0)
  UNION ALL
  SELECT coalesce(r.what, s.what), coalesce(r.key, s.key), s.position,
         CASE WHEN coalesce(s.now, '') = '' THEN 'uncovered' WHEN r.key IS NULL THEN 'missing' ELSE 'strayed' END
  FROM (SELECT * FROM steps WHERE is_last) AS s FULL JOIN (${ROWS}) AS r ON r.what = s.what AND r.key = s.key
  WHERE coalesce(s.now, '') <> coalesce(r.hash, '')
  ORDER BY 1, 2, 3`;

interface Strayed {
  readonly what: VouchedTable;
  readonly key: string;
  readonly position: string | null;
  readonly how: ChangedLine['how'];
}

/** Rows that no line of the log vouches for as they are. One statement: what fits never leaves the database. */
export async function strayedRows(manager: EntityManager): Promise<ChangedLine[]> {
  const rows: Strayed[] = await manager.query(STRAYED);
  return rows.map(({ what, key, position, how }) => ({
    ...{ table: tableOf(what), key, how },
    ...(how !== 'uncovered' && position !== null && { position }),
  }));
}

/** Whether no start of this version, or of one that vouches for the same, was there yet: it covers the rows that it finds. */
export async function areRowsUncovered(manager: EntityManager): Promise<boolean> {
  const [last]: unknown[] = await manager.query(
    "SELECT FROM audit_event WHERE action = $1 AND (after ->> 'generation')::int >= $2 LIMIT 1",
    [ROWS_COVERED, GENERATION],
  );
  return last === undefined;
}

export interface RowsFound {
  readonly at: Date;
  readonly count: number;
}

/** What the last covering found. */
export async function rowsFound(manager: EntityManager): Promise<RowsFound | null> {
  const line = await lastAudited(manager, ROWS_COVERED);
  const { rows = {} } = (line?.after ?? {}) as { rows?: Readonly<Record<string, number>> };
  return line && { at: line.at, count: Object.values(rows).reduce((sum, count) => sum + count, 0) };
}

/** Rows that lines speak of, and that are not there. */
const GONE = `
  SELECT what, key, '' AS hash FROM (
    SELECT DISTINCT ON (what, key) * FROM (${SAID}) AS said ORDER BY what, key, position DESC) AS s
  WHERE now <> '' AND NOT EXISTS (SELECT FROM (${ROWS}) AS r WHERE r.what = s.what AND r.key = s.key)`;

/** Vouches for all rows as they are now, in the caller's transaction. */
export async function coverRows(manager: EntityManager): Promise<void> {
  const rows: Record<string, number> = {};
  await manager.query('SET LOCAL statement_timeout = 0'); // the whole of every table
  await manager.query(`DECLARE rows_found CURSOR FOR ${ROWS} UNION ALL ${GONE}`);
  for (;;) {
    const found: SaidRow[] = await manager.query(`FETCH ${AT_ONCE} FROM rows_found`);
    if (found.length === 0) break;
    await sayFound(manager, found);
    for (const { what, hash } of found) if (hash !== '') rows[what] = (rows[what] ?? 0) + 1;
  }
  await manager.query('CLOSE rows_found');
  await recordInAuditLog(manager, {
    action: ROWS_COVERED,
    subjectType: 'audit_log',
    after: { generation: GENERATION, rows },
  });
}

const LAST_SAID = `
  SELECT what, key, now AS hash FROM (
    SELECT DISTINCT ON (what, key) * FROM (${SAID}) AS said ORDER BY what, key, position DESC) AS last
  WHERE position <= $1 AND now <> '' ORDER BY what, key`;

/** What lines up to this one vouch for, and none after it does, is said again at the end of the log. */
export async function sayRowsAgain(manager: EntityManager, upTo: string): Promise<void> {
  const last: SaidRow[] = await manager.query(LAST_SAID, [upTo]);
  for (let start = 0; start < last.length; start += AT_ONCE)
    await sayFound(manager, last.slice(start, start + AT_ONCE));
}

interface SaidRow {
  readonly what: VouchedTable;
  readonly key: string;
  readonly hash: string;
}

function sayFound(manager: EntityManager, rows: readonly SaidRow[]): Promise<void> {
  const covers: Partial<Record<VouchedTable, Record<string, string>>> = {};
  for (const { what, key, hash } of rows) (covers[what] ??= {})[key] = hash;
  const after = { lines: rows.length };
  return recordInAuditLog(manager, { action: ROWS_FOUND, subjectType: 'audit_log', after, covers });
}
