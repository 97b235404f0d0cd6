import type { EntityManager } from 'typeorm';
import { recordAllInAuditLog } from './audit-log.js';
import type { Acting } from '../common/access/acting.js';
import type { Asking } from '../common/access/asking.js';

/** Of one person on one route in a day: whoever tries every number leaves no line for each, and hides nothing on other routes. */
const MOST_A_DAY = 50;

/** What somebody was not let at. */
export interface Refusal {
  /** What they named: of the path, or of the body. */
  readonly row: unknown;
  readonly code: string;
}

interface Refused {
  /** Such as `POST /api/v1/progress-entries/bulk/approve`. */
  readonly route: string;
  readonly departmentId: string | null;
  readonly actor: Acting;
  readonly asking?: Asking;
}

const TOLD = `
  WITH told AS MATERIALIZED (
    SELECT after FROM audit_event
    WHERE action = 'access.refused' AND actor_id = $1 AND subject_id = $2 AND at >= clock_timestamp() - interval '1 day')
  SELECT (SELECT count(*)::int FROM told) AS lines,
         ARRAY(SELECT place::int - 1 FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS given (after, place)
               WHERE given.after IN (SELECT after FROM told)) AS same`;

/** Writes down what was refused: one line for a person, a route and what they named in a day. Two statements for all. */
export async function recordRefusals(
  manager: EntityManager,
  { route, ...who }: Refused,
  refusals: readonly Refusal[],
): Promise<void> {
  if (refusals.length === 0) return;
  const afters = refusals.map(({ row, code }) => ({ route, row, code }));
  const [told]: { lines: number; same: number[] }[] = await manager.query(TOLD, [
    who.actor.userId,
    route,
    JSON.stringify(afters),
  ]);
  const { lines = 0, same = [] } = told ?? {};
  const fresh = afters.filter((_, place) => !same.includes(place)).slice(0, Math.max(0, MOST_A_DAY - lines));
  const events = fresh.map((after, place) => ({
    ...who,
    action: 'access.refused',
    subjectType: 'route',
    subjectId: route,
    after,
    reason: lines + place === MOST_A_DAY - 1 ? 'no more lines today' : null,
  }));
  await recordAllInAuditLog(manager, events);
}
