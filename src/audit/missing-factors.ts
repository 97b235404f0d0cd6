import type { EntityManager } from 'typeorm';
import type { ChangedLine } from './covered-histories.js';

// A line that is kept has all that follow it: what was dropped of the beginning only makes fewer said than there were.
const MISSING = `
  WITH said AS (
    SELECT subject_id, after ->> 'factor' AS factor, sum(CASE action WHEN 'second_factor.added' THEN 1 ELSE -1 END) AS count
    FROM audit_event e
    WHERE action IN ('second_factor.added', 'second_factor.removed') AND position > coalesce(
      (SELECT max(position) FROM audit_event r WHERE r.action = 'second_factor.reset' AND r.subject_id = e.subject_id), 0)
    GROUP BY 1, 2
  ), kept AS (
    SELECT user_id, 'totp' AS factor, count(*) AS count FROM totp WHERE confirmed_at IS NOT NULL GROUP BY 1
    UNION ALL SELECT user_id, 'passkey', count(*) FROM passkey GROUP BY 1
  )
  SELECT u.id, factor FROM said JOIN app_user u ON u.id::text = subject_id
  WHERE said.count > coalesce((SELECT k.count FROM kept k WHERE k.user_id = u.id AND k.factor = said.factor), 0) ORDER BY 1, 2`;

/** Accounts whose second factors are fewer than were added: whoever knows the password would need none. */
export async function missingFactors(manager: EntityManager): Promise<ChangedLine[]> {
  const rows: { id: string; factor: string }[] = await manager.query(MISSING);
  return rows.map(({ id, factor }) => ({ table: factor, key: id, how: 'missing' }));
}
