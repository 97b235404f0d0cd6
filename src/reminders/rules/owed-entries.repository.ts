import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import { answered, HANDED_IN, owes } from '../../progress/work-list/owed-months.js';

/** What one section owes for one month. */
export interface OwedEntries {
  readonly departmentId: string;
  readonly departmentName: string;
  /** null: indicators that no section owns. */
  readonly sectionId: string | null;
  readonly sectionName: string | null;
  readonly month: Month;
  readonly indicators: readonly string[];
}

/** null: what no section owns. */
export interface OneSection {
  readonly sectionId: string | null;
}

const OWED = `
  SELECT s.department_id AS "departmentId", d.name AS "departmentName", i.section_id AS "sectionId",
         c.name AS "sectionName", m.month, array_agg(i.name ORDER BY s.id, i.ordinal) AS indicators
  FROM unnest($1::text[]) AS m (month)
  JOIN target_sheet s ON s.fiscal_year = left(m.month, 4)::int AND s.department_id = ANY ($2)
  JOIN department d ON d.id = s.department_id
  JOIN indicator i ON i.sheet_id = s.id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND ${owes('f', 'm.month')}
  LEFT JOIN section c ON c.id = i.section_id
  WHERE NOT ${answered('f', 'm.month', HANDED_IN)}
    AND ($3 OR i.section_id IS NOT DISTINCT FROM $4::uuid)
  GROUP BY s.department_id, d.name, i.section_id, c.name, m.month
  ORDER BY s.department_id, m.month, i.section_id`;

@Injectable()
export class OwedEntriesRepository {
  /** Of all sections, or of one. */
  find(
    manager: EntityManager,
    months: readonly Month[],
    departments: readonly string[],
    only: OneSection | null,
  ): Promise<OwedEntries[]> {
    return manager.query(OWED, [months, departments, only === null, only?.sectionId ?? null]);
  }
}
