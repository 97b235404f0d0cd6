import type { EntityManager } from 'typeorm';
import type { EntryStatus } from '../../src/progress/entries/progress-entry.entity.js';

/** The entry of an indicator, moved alone and without the checks of a request; with its line of history. */
export const movedElsewhere = (manager: EntityManager, indicatorId: string, status: EntryStatus): Promise<unknown> =>
  manager.query(
    `WITH moved AS (UPDATE progress_entry SET status = $2, version = version + 1 WHERE indicator_id = $1 RETURNING *)
     INSERT INTO progress_change (id, entry_id, version, action, actor, entry, changed_at)
     SELECT gen_random_uuid(), id, version, $2, 'test', to_jsonb(moved), updated_at FROM moved`,
    [indicatorId, status],
  );
