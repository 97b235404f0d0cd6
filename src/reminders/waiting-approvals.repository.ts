import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../domain/month.js';
import type { Contact } from '../organisation/contact.entity.js';

/** What waits for the reviewers of a department, by who submitted it. */
export interface WaitingApprovals {
  readonly departmentId: string;
  readonly month: Month;
  /** The account that submitted; null: it is gone. */
  readonly submitter: string | null;
  readonly entries: number;
  readonly oldest: Date;
}

const WAITING = `
  SELECT s.department_id AS "departmentId", e.month, u.id AS submitter, count(*)::int AS entries,
         min(e.submitted_at) AS oldest
  FROM progress_entry e
  JOIN indicator i ON i.id = e.indicator_id
  JOIN target_sheet s ON s.id = i.sheet_id
  LEFT JOIN app_user u ON u.username = e.submitted_by
  WHERE e.status = 'submitted' AND s.department_id = ANY ($1)
  GROUP BY s.department_id, e.month, u.id
  ORDER BY s.department_id, e.month`;

@Injectable()
export class WaitingApprovalsRepository {
  find(manager: EntityManager, departments: readonly string[]): Promise<WaitingApprovals[]> {
    return manager.query(WAITING, [departments]);
  }
}

/** How many entries of a month a contact can review: nobody approves what they submitted themselves. */
export function waitingFor(
  { departmentId, userId }: Pick<Contact, 'departmentId' | 'userId'>,
  waiting: readonly WaitingApprovals[],
  month: Month,
): number {
  return waiting
    .filter((some) => some.departmentId === departmentId && some.month === month)
    .filter(({ submitter }) => submitter === null || submitter !== userId)
    .reduce((sum, { entries }) => sum + entries, 0);
}
