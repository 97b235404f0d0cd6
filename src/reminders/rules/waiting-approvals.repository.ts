import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';

/** What waits for the reviewers of a department, by who wrote it. */
export interface WaitingApprovals {
  readonly departmentId: string;
  readonly month: Month;
  /** Accounts of those who wrote or submitted it since it was approved last; accounts that are gone are left out. */
  readonly authors: readonly string[];
  readonly entries: number;
  readonly oldest: Date;
}

const WAITING = `
  SELECT s.department_id AS "departmentId", e.month, w.authors, count(*)::int AS entries, min(e.submitted_at) AS oldest
  FROM progress_entry e
  JOIN indicator i ON i.id = e.indicator_id
  JOIN target_sheet s ON s.id = i.sheet_id
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(u.id ORDER BY u.id), '{}') AS authors FROM app_user u WHERE u.username = ANY (e.authors)
  ) w
  WHERE e.status = 'submitted' AND s.department_id = ANY ($1)
  GROUP BY s.department_id, e.month, w.authors
  ORDER BY s.department_id, e.month`;

@Injectable()
export class WaitingApprovalsRepository {
  find(manager: EntityManager, departments: readonly string[]): Promise<WaitingApprovals[]> {
    return manager.query(WAITING, [departments]);
  }
}

/** How many entries of a month a contact can review: nobody approves what they wrote or submitted themselves. */
export function waitingFor(
  { userId }: { readonly userId: string | null },
  departmentIds: readonly string[],
  waiting: readonly WaitingApprovals[],
  month: Month,
): number {
  return waiting
    .filter((some) => some.month === month && departmentIds.includes(some.departmentId))
    .filter(({ authors }) => userId === null || !authors.includes(userId))
    .reduce((sum, { entries }) => sum + entries, 0);
}
