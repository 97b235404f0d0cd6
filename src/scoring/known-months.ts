import type { EntityManager } from 'typeorm';
import type { MonthlyEntry } from '../domain/indicator.js';
import type { Month } from '../domain/calendar/month.js';
import type { LastYear } from '../domain/outlook/forecast.js';
import type { SheetFacts } from './scored-sheet.js';

interface Known {
  readonly id: string;
  readonly entries: MonthlyEntry[];
  readonly lastYear: LastYear[];
}

// OFFSET 0: for each indicator its own entries are looked up; joined otherwise, all entries are read for each.
// Last year's indicator is the one of the same name in last year's sheet of the same department and project.
const KNOWN = `
  SELECT i.id, coalesce(this_year.list, '[]') AS entries, coalesce(last_year.list, '[]') AS "lastYear"
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'month', month, 'value', value::text, 'numerator', numerator::text, 'denominator', denominator::text,
             'grade', grade, 'coefficient', coefficient::text, 'completedOn', completed_on,
             'notApplicable', not_applicable) ORDER BY month) AS list
    FROM counted_entry e
    WHERE e.indicator_id = i.id AND e.month BETWEEN s.fiscal_year || '-01' AND $2
  ) this_year ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('month', e.month, 'value', e.value::text) ORDER BY e.month) AS list
    FROM target_sheet before
    JOIN indicator same ON same.sheet_id = before.id AND same.name = i.name AND same.aggregation = 'sum'
    CROSS JOIN LATERAL (
      SELECT month, value FROM counted_entry WHERE indicator_id = same.id AND value IS NOT NULL OFFSET 0
    ) e
    WHERE i.aggregation = 'sum' AND before.department_id = s.department_id AND before.fiscal_year = s.fiscal_year - 1
      AND before.kind = s.kind AND before.project IS NOT DISTINCT FROM s.project
  ) last_year ON true
  WHERE i.sheet_id = ANY ($1)
    AND ($3 OR i.aggregation = 'sum' AND (i.rule = 'direct' OR i.comparator IN ('<=', '<', 'range')))`;

/**
 * Adds the months behind the sums: forecasts and what-ifs need them, scores alone do not.
 * @param which `warnings`: only of the indicators whose forecast can warn of a miss or of a ceiling that will be passed
 */
export async function withMonths(
  manager: EntityManager,
  sheets: readonly SheetFacts[],
  asOf: Month,
  which: 'all' | 'warnings',
): Promise<SheetFacts[]> {
  const rows: Known[] = await manager.query(KNOWN, [sheets.map(({ sheetId }) => sheetId), asOf, which === 'all']);
  const known = new Map(rows.map(({ id, ...months }) => [id, months]));
  return sheets.map((sheet) => ({
    ...sheet,
    indicators: sheet.indicators.map((facts) => ({ ...facts, ...known.get(facts.indicator.id) })),
  }));
}
