import type { EntityManager } from 'typeorm';
import { type Audited, recordAllInAuditLog, recordInAuditLog } from '../audit-log.js';
import { HISTORY_TABLES, type HistoryTable } from '../history-lines.js';
import { STATES_A_ROW } from '../current-rows.js';
import { ROWS_COVERED, sayRowsAgain } from '../rows/row-statements.js';
import { DRAFTS_COVERED } from '../unvouched-rows.js';

/** What some lines say is asked for as long as what they are about is kept, as what a row was then: the last for each subject. */
const STILL_ASKED_FOR = ['report.issued', DRAFTS_COVERED, ROWS_COVERED];

/** As many lines of a history as one line of the log vouches for. */
const COVERED_AT_ONCE = 500;

const LAST_LINES = `
  SELECT * FROM (
    SELECT DISTINCT ON (kind, subject_id) position, at, actor, said.action, subject_type AS "subjectType",
           subject_id AS "subjectId", department_id AS "departmentId", said.after
    FROM audit_event CROSS JOIN LATERAL (
      SELECT CASE WHEN ${STATES_A_ROW} THEN subject_type ELSE action END AS kind, action,
             CASE WHEN after ? 'proofs' THEN after || '{"proofs": {}}' ELSE after END AS after
      WHERE ${STATES_A_ROW} OR action = ANY ($2)
      UNION ALL
      SELECT 'proof of ' || p.key, subject_type || '.proven', jsonb_build_object('proofs', jsonb_build_object(p.key, p.value))
      FROM jsonb_each(CASE WHEN subject_type IN ('app_user', 'contact') THEN after -> 'proofs' END) AS p) AS said
    ORDER BY kind, subject_id, audit_event.position DESC) AS last
  WHERE position <= $1 ORDER BY position`;

/** What a later line covers too is covered twice, which harms nothing; to look for it would be to read the whole log. */
const LAST_COVERS = `
  SELECT DISTINCT ON (said.key, line.key) said.key AS "table", line.key, line.value AS hash
  FROM audit_event CROSS JOIN LATERAL jsonb_each(covers) AS said CROSS JOIN LATERAL jsonb_each_text(said.value) AS line
  WHERE covers IS NOT NULL AND said.key = ANY ($2) AND position <= $1 ORDER BY said.key, line.key, position DESC`;

interface LastLine extends Pick<Audited, 'action' | 'subjectType' | 'subjectId' | 'departmentId' | 'after'> {
  readonly position: string;
  readonly at: Date;
  readonly actor: string;
}

interface LastCover {
  readonly table: HistoryTable;
  readonly key: string;
  readonly hash: string;
}

/**
 * Says again at the end of the log what its lines up to this one vouch for, and nothing after them does: lines of histories,
 * which are kept for ever, and what was issued. The log was found whole before, so the hashes are those of today.
 */
export async function sayAgain(manager: EntityManager, upTo: string): Promise<void> {
  const lines: LastLine[] = await manager.query(LAST_LINES, [upTo, STILL_ASKED_FOR]);
  await recordAllInAuditLog(
    manager,
    lines.map(({ position, at, actor, ...said }) => ({
      ...said,
      reason: `said again: line ${position}, ${at.toISOString()}, ${actor}`,
    })),
  );
  const covers: LastCover[] = await manager.query(LAST_COVERS, [upTo, HISTORY_TABLES]);
  for (let start = 0; start < covers.length; start += COVERED_AT_ONCE) {
    await recordInAuditLog(manager, coveringAgain(covers.slice(start, start + COVERED_AT_ONCE)));
  }
  await sayRowsAgain(manager, upTo);
}

function coveringAgain(some: readonly LastCover[]): Audited {
  const covers: Partial<Record<HistoryTable, Record<string, string>>> = {};
  for (const { table, key, hash } of some) (covers[table] ??= {})[key] = hash;
  return { action: 'history.covered', subjectType: 'audit_log', after: { lines: some.length }, covers };
}
