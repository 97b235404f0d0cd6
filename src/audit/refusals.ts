import type { EntityManager } from 'typeorm';

const TOLD = `
  SELECT count(*)::int AS lines, coalesce(bool_or(after = $2::jsonb), false) AS same FROM audit_event
  WHERE action = 'access.refused' AND actor_id = $1 AND at >= clock_timestamp() - interval '1 day'`;

/** How many refusals of somebody's the log has of the last day, and whether the same one is among them. */
export async function toldRefusals(manager: EntityManager, actorId: string, after: object) {
  const [told]: { lines: number; same: boolean }[] = await manager.query(TOLD, [actorId, JSON.stringify(after)]);
  return told ?? { lines: 0, same: false };
}
