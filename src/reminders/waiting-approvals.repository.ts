import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../domain/month.js';

/** What waits for the reviewers of a department. */
export interface WaitingApprovals {
  readonly departmentId: string;
  readonly month: Month;
  readonly entries: number;
  readonly oldest: Date;
}

const WAITING = `
  SELECT s.department_id AS "departmentId", e.month, count(*)::int AS entries, min(e.submitted_at) AS oldest
  FROM progress_entry e
  JOIN indicator i ON i.id = e.indicator_id
  JOIN target_sheet s ON s.id = i.sheet_id
  WHERE e.status = 'submitted' AND s.department_id = ANY ($1)
  GROUP BY s.department_id, e.month
  ORDER BY s.department_id, e.month`;

@Injectable()
export class WaitingApprovalsRepository {
  find(manager: EntityManager, departments: readonly string[]): Promise<WaitingApprovals[]> {
    return manager.query(WAITING, [departments]);
  }
}
