import type { EntityManager } from 'typeorm';
import { refuseAltered } from '../../audit/as-meant.js';
import type { SeenEntry } from './entry-writes.repository.js';
import { EMPTY } from './progress-entry.entity.js';

/** The names of what two objects know both, and say differently; null: nothing (SQL). */
export const differing = (one: string, other: string): string => `(
  SELECT array_agg(key ORDER BY key) FROM jsonb_each(${one}) AS a JOIN jsonb_each(${other}) AS b USING (key)
  WHERE a.value <> b.value)`;

// Only of what is still as it was seen: what somebody else changes meanwhile has a line that this statement does not see yet.
// Times are texts in the time zone of whoever wrote them.
const ALTERED = `
  WITH held AS MATERIALIZED (
    SELECT e.* FROM unnest($1::uuid[], $2::text[], $3::int[]) AS g (indicator_id, month, seen)
    JOIN progress_entry e ON e.indicator_id = g.indicator_id AND e.month = g.month
    WHERE e.version = g.seen OR g.seen IS NULL AND e.status = '${EMPTY}'
    ORDER BY e.indicator_id, e.month FOR NO KEY UPDATE OF e
  )
  SELECT DISTINCT unnest(${differing("to_jsonb(e) - '{updated_at,submitted_at}'::text[]", 'h.entry')}) AS field
  FROM held e CROSS JOIN LATERAL (
    SELECT entry FROM progress_change WHERE entry_id = e.id ORDER BY version DESC LIMIT 1) AS h`;

/**
 * Holds the entries, and compares each with its newest line of history: what somebody altered behind the service's back would
 * be vouched for by the next line (ADR 19). One that has no line is named by `verify`.
 * @throws DomainError `values-altered`
 */
export async function checkAsSaid(manager: EntityManager, rows: readonly SeenEntry[]): Promise<void> {
  const altered: { field: string }[] = await manager.query(ALTERED, [
    rows.map(({ indicatorId }) => indicatorId),
    rows.map(({ month }) => month),
    rows.map(({ version }) => version),
  ]);
  refuseAltered(
    manager,
    'progress_entry',
    altered.map(({ field }) => field),
  );
}
