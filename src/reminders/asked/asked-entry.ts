import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import { answered, HANDED_IN, owes } from '../../progress/work-list/owed-months.js';

/** One entry that is owed, and where. */
export interface AskedEntry {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly sectionId: string | null;
  readonly sectionName: string | null;
  readonly indicator: string;
}

const OWED_ENTRY = `
  SELECT s.department_id AS "departmentId", d.name AS "departmentName", i.section_id AS "sectionId",
         c.name AS "sectionName", i.name AS indicator
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id AND s.fiscal_year = left($2, 4)::int
  JOIN department d ON d.id = s.department_id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND ${owes('f', '$2')}
  LEFT JOIN section c ON c.id = i.section_id
  WHERE i.id = $1 AND NOT ${answered('f', '$2', HANDED_IN)}`;

/** @returns undefined when nothing is owed of the indicator and month */
export async function owedEntry(
  manager: EntityManager,
  indicatorId: string,
  month: Month,
): Promise<AskedEntry | undefined> {
  const [entry]: AskedEntry[] = await manager.query(OWED_ENTRY, [indicatorId, month]);
  return entry;
}
