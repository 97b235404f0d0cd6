import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../domain/calendar/month.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { DepartmentMonth } from './months.repository.js';

/** A fiscal year with the departments that have targets in it. */
export interface YearDepartments {
  readonly year: number;
  readonly departments: readonly string[];
}

const YEARS = `
  SELECT fiscal_year AS year, array_agg(DISTINCT department_id) AS departments
  FROM target_sheet GROUP BY fiscal_year ORDER BY fiscal_year`;

// Somebody asked for it: it waits for its reviewer, came back, was reopened, or its month was. A forgotten draft is no work.
const OPEN = `
  SELECT s.department_id AS "departmentId", e.month
  FROM progress_entry e
  JOIN indicator i ON i.id = e.indicator_id
  JOIN target_sheet s ON s.id = i.sheet_id
  WHERE e.month < $1 AND (e.status IN ('submitted', 'returned') OR e.status = 'draft' AND e.last_approved IS NOT NULL)
  UNION
  SELECT department_id, month
  FROM (SELECT DISTINCT ON (department_id, month) * FROM month_decision WHERE month < $1
        ORDER BY department_id, month, version DESC) decided
  WHERE state = 'reopened' AND (open_until IS NULL OR open_until >= $2)
  ORDER BY 2, 1`;

@Injectable()
export class OpenWorkRepository {
  years(manager: EntityManager): Promise<YearDepartments[]> {
    return manager.query(YEARS);
  }

  /** Months before `month` in which there is still something to do on that day. */
  before(manager: EntityManager, month: Month, day: LocalDate): Promise<DepartmentMonth[]> {
    return manager.query(OPEN, [month, day]);
  }
}
