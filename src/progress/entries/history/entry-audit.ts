import type { EntityManager } from 'typeorm';
import { type Audited, recordAllInAuditLog } from '../../../audit/audit-log.js';
import { covering, type HistoryLine, lineOfHistory } from '../../../audit/history-lines.js';
import type { IndicatorOfYear } from '../../../targets/indicators/indicators.service.js';
import type { ChangeContext } from '../entry-writes.repository.js';
import type { ProgressEntry } from '../progress-entry.entity.js';

// With those of the drafts before it, for which nothing vouches yet.
const LINES_SINCE = `
  SELECT h.entry_id AS "entryId", ${lineOfHistory('progress_change')}
  FROM unnest($1::uuid[], $2::int[]) AS moved (entry_id, version)
  JOIN progress_change h ON h.entry_id = moved.entry_id AND h.version <= moved.version AND h.version > (
    SELECT coalesce(max(p.version), 0) FROM progress_change p
    WHERE p.entry_id = moved.entry_id AND p.version < moved.version AND p.action NOT IN ('saved', 'emptied'))`;

type LineOfEntry = HistoryLine & { readonly entryId: string };

/** Writes down what was moved: a line for each entry, which vouches for its history since the one before; three statements. */
export async function recordMoves(
  manager: EntityManager,
  moved: readonly ProgressEntry[],
  indicators: ReadonlyMap<string, IndicatorOfYear>,
  context: ChangeContext,
): Promise<void> {
  if (moved.length === 0) return;
  const lines = await linesSince(manager, moved);
  await recordAllInAuditLog(
    manager,
    moved.map((entry) => lineOf(entry, lines.get(entry.id) ?? [], indicators.get(entry.indicatorId), context)),
  );
}

/** Writes down what was taken over from elsewhere, in one line. */
export async function recordTakenOver(manager: EntityManager, entryIds: readonly string[]): Promise<void> {
  const lines = await linesSince(
    manager,
    entryIds.map((id) => ({ id, version: 1 })),
  );
  const after = { entries: entryIds.length };
  const covers = covering('progress_change', [...lines.values()].flat());
  await recordAllInAuditLog(manager, [{ action: 'entry.taken-over', subjectType: 'progress_entry', after, covers }]);
}

function lineOf(
  { id, indicatorId, month, version, status }: ProgressEntry,
  lines: readonly HistoryLine[],
  indicator: IndicatorOfYear | undefined,
  { action, onBehalfOf, reason }: ChangeContext,
): Audited {
  return {
    action: `entry.${action}`,
    subjectType: 'progress_entry',
    subjectId: id,
    departmentId: indicator?.sheet.departmentId,
    after: { indicatorId, month, version, status, onBehalfOf: onBehalfOf ?? undefined },
    reason,
    covers: covering('progress_change', lines),
  };
}

async function linesSince(
  manager: EntityManager,
  entries: readonly Pick<ProgressEntry, 'id' | 'version'>[],
): Promise<Map<string, LineOfEntry[]>> {
  const found: LineOfEntry[] = await manager.query(LINES_SINCE, [
    entries.map(({ id }) => id),
    entries.map(({ version }) => version),
  ]);
  const lines = new Map<string, LineOfEntry[]>();
  for (const line of found) lines.set(line.entryId, [...(lines.get(line.entryId) ?? []), line]);
  return lines;
}
