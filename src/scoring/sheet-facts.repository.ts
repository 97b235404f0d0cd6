import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFoundError } from '../domain/domain-error.js';
import type { EntryStatistics } from '../domain/entry-statistics.js';
import type { Indicator } from '../domain/indicator.js';
import type { Month } from '../domain/month.js';
import type { ScoreOverride } from '../domain/scoring/judgement.js';
import { withMonths } from './known-months.js';
import type { IndicatorFacts, SheetFacts } from './scored-sheet.js';

type SheetRow = Pick<SheetFacts, 'sheetId' | 'fiscalYear' | 'policy' | 'executionWeight'> & {
  spent: string | null;
  budget: string | null;
};

type IndicatorRow = Indicator &
  Omit<EntryStatistics, 'monthly'> & {
    id: string;
    sheetId: string;
    monthly: EntryStatistics['monthly'] | null;
    override: ScoreOverride | null;
  };

// The last figures up to the month; without an adjustment the funding of the sheet is the budget.
const SHEETS = `
  SELECT s.id AS "sheetId", s.fiscal_year AS "fiscalYear", s.policy, s.execution_weight AS "executionWeight",
         b.spent, coalesce(b.adjusted_budget, s.funding_total) AS budget
  FROM target_sheet s
  LEFT JOIN LATERAL (
    SELECT spent, adjusted_budget FROM budget_execution
    WHERE sheet_id = s.id AND month <= $2 ORDER BY month DESC LIMIT 1
  ) b ON true
  WHERE s.id = ANY ($1)
  ORDER BY s.id`;

// Reduces approved entries to what scoring needs (src/domain/entry-statistics.ts); what only some aggregations need is
// looked up for these alone. A revision holds from its month on: targets and weights are those in force as of the month.
const INDICATORS = `
  SELECT i.id, i.sheet_id AS "sheetId", i.name, i.rule, coalesce(r.comparator, i.comparator) AS comparator,
         CASE WHEN r.number IS NULL THEN coalesce(i.target_date, i.target::text)
              ELSE coalesce(r.target_date, r.target::text) END AS target,
         CASE WHEN r.number IS NULL THEN i.target_upper ELSE r.target_upper END AS "targetUpper",
         CASE WHEN r.number IS NULL THEN i.unit ELSE r.unit END AS unit, coalesce(r.weight, i.weight) AS weight,
         i.aggregation, i.due_month AS "dueMonth", i.milestones,
         total.reported, total.not_applicable AS "notApplicable", total.sum, total.min, total.max,
         total.numerators, total.denominators, latest.value AS latest, latest.grade, latest.coefficient,
         latest.completed_on AS "completedOn",
         monthly.list AS monthly,
         CASE WHEN o.id IS NOT NULL
              THEN jsonb_build_object('score', o.score::text, 'reason', o.reason, 'by', o.decided_by) END AS override
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  LEFT JOIN (
    SELECT DISTINCT ON (indicator_id) * FROM indicator_revision
    WHERE sheet_id = ANY ($1) AND effective_month <= $2 ORDER BY indicator_id, number DESC
  ) r ON r.indicator_id = i.id
  LEFT JOIN score_override o ON o.indicator_id = i.id AND o.from_month <= $2
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE NOT not_applicable)::int AS reported,
           count(*) FILTER (WHERE not_applicable)::int AS not_applicable,
           sum(value) AS sum, min(value) AS min, max(value) AS max,
           sum(numerator) AS numerators, sum(denominator) AS denominators
    FROM progress_entry e
    WHERE e.indicator_id = i.id AND e.status = 'approved' AND e.month BETWEEN s.fiscal_year || '-01' AND $2
  ) total
  LEFT JOIN LATERAL (
    SELECT value, grade, coefficient, completed_on FROM progress_entry e
    WHERE (i.aggregation IN ('latest', 'completed-on') OR i.comparator = 'qualitative')
      AND e.indicator_id = i.id AND e.status = 'approved' AND NOT e.not_applicable
      AND e.month BETWEEN s.fiscal_year || '-01' AND $2
    ORDER BY e.month DESC LIMIT 1
  ) latest ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('month', month, 'value', value::text) ORDER BY month) AS list
    FROM progress_entry e
    WHERE i.aggregation = 'each-month' AND e.indicator_id = i.id AND e.status = 'approved' AND NOT e.not_applicable
      AND e.month BETWEEN s.fiscal_year || '-01' AND $2
  ) monthly ON true
  WHERE i.sheet_id = ANY ($1)
  ORDER BY i.sheet_id, i.ordinal`;

@Injectable()
export class SheetFactsRepository {
  /** What is known of the sheets as of a month; sheets that do not exist are left out. */
  async find(manager: EntityManager, sheetIds: readonly string[], asOf: Month): Promise<SheetFacts[]> {
    const sheets: SheetRow[] = await manager.query(SHEETS, [sheetIds, asOf]);
    const indicators: IndicatorRow[] = await manager.query(INDICATORS, [sheetIds, asOf]);
    const bySheet = new Map<string, IndicatorRow[]>(sheets.map(({ sheetId }) => [sheetId, []]));
    for (const row of indicators) bySheet.get(row.sheetId)?.push(row);
    return sheets.map(({ spent, budget, ...sheet }) => ({
      ...sheet,
      execution: { spent, budget },
      indicators: (bySheet.get(sheet.sheetId) ?? []).map(factsIn),
    }));
  }

  /** The same with the months that forecasts go by. */
  async findWithMonths(
    manager: EntityManager,
    sheetIds: readonly string[],
    asOf: Month,
    which: 'all' | 'warnings' = 'all',
  ): Promise<SheetFacts[]> {
    return withMonths(manager, await this.find(manager, sheetIds, asOf), asOf, which);
  }

  /** @throws NotFoundError */
  async fiscalYear(manager: EntityManager, sheetId: string): Promise<number> {
    const [row]: { year: number }[] = await manager.query(
      'SELECT fiscal_year AS year FROM target_sheet WHERE id = $1',
      [sheetId],
    );
    if (!row) throw new NotFoundError({ zh: '绩效目标表', en: 'target sheet' });
    return row.year;
  }

  /**
   * Two approvals in one sheet must not each score without the other: whoever scores holds the sheet until commit.
   */
  async lock(manager: EntityManager, sheetIds: readonly string[]): Promise<void> {
    await manager.query('SELECT 1 FROM target_sheet WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [sheetIds]);
  }
}

function factsIn(row: IndicatorRow): IndicatorFacts {
  const { reported, notApplicable, sum, min, max, latest, numerators, denominators, grade, coefficient } = row;
  const { completedOn = null } = row;
  const reduced = { reported, notApplicable, sum, min, max, latest, numerators, denominators, grade, coefficient };
  const { id, name, comparator, target, targetUpper, unit, rule, weight, aggregation, dueMonth, milestones } = row;
  const targeted = { id, name, comparator, target, targetUpper, unit, rule, weight, aggregation, dueMonth, milestones };
  return {
    indicator: targeted,
    statistics: { ...reduced, completedOn, monthly: row.monthly ?? [] },
    override: row.override,
  };
}
