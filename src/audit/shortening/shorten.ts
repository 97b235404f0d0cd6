import type { DataSource, EntityManager } from 'typeorm';
import { AuditCheckpoint } from './audit-checkpoint.entity.js';
import { checkpointsOf, sealedCheckpoint } from './checkpoints.js';
import { sayAgain } from './said-again.js';
import type { AuditHead } from '../audit-head.js';
import { sealingOf } from '../audit-key.js';
import { recordInAuditLog } from '../audit-log.js';

/** The line that says that lines before it were dropped: its `after` is the checkpoint. */
export const SHORTENED = 'audit_log.shortened';

// Up to the first line that is kept, whatever clocks said later: what is dropped is the beginning of the log, without a gap.
const LAST_OLD = `
  SELECT position, hash, split_part(seal, ':', 1) AS "lastKey" FROM audit_event
  WHERE position < (SELECT least(min(position), $2::bigint + 1) FROM audit_event WHERE at >= $1)
  ORDER BY position DESC LIMIT 1`;

/** Whether the log begins with a line of before that moment. */
export async function isDue(manager: EntityManager, before: Date): Promise<boolean> {
  const [first]: { at: Date }[] = await manager.query('SELECT at FROM audit_event ORDER BY position LIMIT 1');
  return first !== undefined && first.at < before;
}

/**
 * Whether the log has a line between what would be dropped and the last week. Where it has none the clock has leapt, or nobody
 * was here for as long as lines are kept: then a week of warnings comes first.
 */
export async function hasGoneOn(manager: EntityManager, before: Date, now: Date): Promise<boolean> {
  const [line]: unknown[] = await manager.query(
    "SELECT FROM audit_event WHERE at >= $1 AND at < $2::timestamptz - interval '7 days' LIMIT 1",
    [before, now],
  );
  return line !== undefined;
}

/**
 * Drops the oldest lines, of before a moment, behind a sealed checkpoint, in one transaction: while it lasts nobody writes.
 * As owner of the tables, since nobody else may put the trigger to sleep that refuses this.
 * @param head up to which the log was found whole, and which has left the machine: nothing after it is dropped
 * @returns how many lines were dropped
 */
export function shorten(owner: DataSource, head: AuditHead, { before, now }: { before: Date; now: Date }) {
  return owner.transaction(async (manager): Promise<number> => {
    await manager.query('SET LOCAL statement_timeout = 0');
    await manager.query('SELECT hold_audit_tail()');
    const [last]: Pick<AuditCheckpoint, 'position' | 'hash' | 'lastKey'>[] = await manager.query(LAST_OLD, [
      before,
      head.position,
    ]);
    if (!last) return 0;
    await sayAgain(manager, last.position);
    const previous = (await checkpointsOf(manager)).at(-1)?.seal ?? '';
    const checkpoint = sealedCheckpoint({ ...last, at: now, head, previous }, sealingOf(owner).key);
    await recordInAuditLog(manager, { action: SHORTENED, subjectType: 'audit_log', after: checkpoint });
    await manager.insert(AuditCheckpoint, checkpoint);
    return drop(manager, last.position);
  });
}

async function drop(manager: EntityManager, upTo: string): Promise<number> {
  await manager.query('ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only');
  const [, lines]: [unknown[], number] = await manager.query('DELETE FROM audit_event WHERE position <= $1', [upTo]);
  await manager.query('ALTER TABLE audit_event ENABLE TRIGGER audit_event_append_only');
  return lines;
}
