import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { namesWhere } from '../domain/aggregation.js';
import type { EntryStatistics } from '../domain/entries/entry-statistics.js';
import type { Indicator } from '../domain/indicator.js';
import type { Month } from '../domain/calendar/month.js';
import type { ScoreOverride } from '../domain/scoring/judgement.js';
import { withMonths } from './known-months.js';
import type { IndicatorFacts, SheetFacts } from './scored-sheet.js';
import { noSheet } from '../targets/sheets/errors.js';

type SheetRow = Pick<SheetFacts, 'sheetId' | 'fiscalYear' | 'policy' | 'executionWeight'> & {
  spent: string | null;
  budget: string | null;
};

type IndicatorRow = Omit<Indicator, 'targets'> &
  Omit<EntryStatistics, 'monthly' | 'notApplicableMonths'> & {
    id: string;
    sheetId: string;
    monthly: EntryStatistics['monthly'] | null;
    notApplicableMonths: Month[] | null;
    targets: Indicator['targets'] | null;
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

/** Judged month by month, or growing over the year. */
const TARGETS_OVER_TIME = namesWhere(({ judgedBy, course }) => judgedBy !== null || course === 'total');

// Reduces what counts of the entries to what scoring needs (src/domain/entries/entry-statistics.ts); what only some aggregations
// need is looked up for these alone. A revision holds from its month on: everything that is scored by is what was in
// force as of the month; the targets before it are listed for what is judged month by month or grows over the year.
const INDICATORS = `
  SELECT i.id, i.sheet_id AS "sheetId", i.name, held.*, i.aggregation, i.due_month AS "dueMonth", i.first_month AS "firstMonth",
         history.list AS targets,
         total.reported, total.not_applicable AS "notApplicable", total.sum, total.min, total.max,
         total.numerators, total.denominators, total.reopened, given.waiting, latest.value AS latest, latest.grade, latest.coefficient,
         latest.completed_on AS "completedOn", monthly.list AS monthly, monthly.excused AS "notApplicableMonths",
         CASE WHEN o.id IS NOT NULL
              THEN jsonb_build_object('score', o.score::text, 'reason', o.reason, 'by', o.decided_by) END AS override
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  LEFT JOIN (
    SELECT DISTINCT ON (indicator_id) * FROM indicator_revision
    WHERE sheet_id = ANY ($1) AND effective_month <= $2 ORDER BY indicator_id, number DESC
  ) r ON r.indicator_id = i.id
  CROSS JOIN LATERAL (
    SELECT i.comparator, coalesce(i.target_date, i.target::text) AS target, i.target_upper AS "targetUpper", i.unit,
           i.weight, i.rule, i.milestones, i.end_month AS "endMonth"
    WHERE r.number IS NULL
    UNION ALL
    SELECT r.comparator, coalesce(r.target_date, r.target::text), r.target_upper, r.unit, r.weight, r.rule,
           r.milestones, r.end_month
    WHERE r.number IS NOT NULL
  ) held
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'from', effective_month, 'comparator', comparator, 'target', coalesce(target_date, target::text),
             'targetUpper', target_upper::text, 'milestones', milestones, 'endMonth', end_month) ORDER BY number) AS list
    FROM indicator_revision
    WHERE r.number IS NOT NULL AND i.aggregation IN (${TARGETS_OVER_TIME})
      AND indicator_id = i.id AND effective_month <= $2
  ) history ON true
  LEFT JOIN score_override o ON o.indicator_id = i.id AND o.from_month <= $2
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE NOT not_applicable)::int AS reported,
           count(*) FILTER (WHERE not_applicable)::int AS not_applicable,
           count(*) FILTER (WHERE reopened)::int AS reopened,
           sum(value) AS sum, min(value) AS min, max(value) AS max,
           sum(numerator) AS numerators, sum(denominator) AS denominators
    FROM counted_entry e
    WHERE e.indicator_id = i.id AND e.month BETWEEN s.fiscal_year || '-01' AND $2
  ) total
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS waiting FROM progress_entry e
    WHERE e.indicator_id = i.id AND e.month BETWEEN s.fiscal_year || '-01' AND $2
      AND e.status = 'submitted' AND e.last_approved IS NULL
  ) given
  LEFT JOIN LATERAL (
    SELECT value, grade, coefficient, completed_on FROM counted_entry e
    WHERE (i.aggregation IN (${namesWhere(({ looksAt }) => looksAt === 'last entry')}) OR i.comparator = 'qualitative')
      AND e.indicator_id = i.id AND NOT e.not_applicable AND e.month BETWEEN s.fiscal_year || '-01' AND $2
    ORDER BY e.month DESC LIMIT 1
  ) latest ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('month', month, 'value', value::text) ORDER BY month)
             FILTER (WHERE NOT not_applicable) AS list,
           jsonb_agg(month ORDER BY month) FILTER (WHERE not_applicable) AS excused
    FROM counted_entry e
    WHERE i.aggregation IN (${namesWhere(({ looksAt }) => looksAt === 'months')})
      AND e.indicator_id = i.id AND e.month BETWEEN s.fiscal_year || '-01' AND $2
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
    if (!row) throw noSheet();
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
  const { completedOn, reopened, waiting, notApplicableMonths, monthly } = row;
  const reduced = { reported, notApplicable, sum, min, max, latest, numerators, denominators, grade, coefficient };
  const { id, name, comparator, target, targetUpper, unit, rule, weight, aggregation, dueMonth, firstMonth } = row;
  const targeted = { id, name, comparator, target, targetUpper, unit, rule, weight, aggregation, dueMonth, firstMonth };
  return {
    indicator: { ...targeted, milestones: row.milestones, endMonth: row.endMonth, targets: row.targets ?? [] },
    statistics: {
      ...reduced,
      completedOn,
      reopened,
      notApplicableMonths: notApplicableMonths ?? [],
      monthly: monthly ?? [],
      ...(waiting && { waiting }),
    },
    override: row.override,
  };
}
