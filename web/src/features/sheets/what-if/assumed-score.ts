import { statisticsOf } from '@domain/entries/entry-statistics.js';
import { monthOf } from '@domain/calendar/month.js';
import { scoreSheet, type SheetScore } from '@domain/scoring/sheet-score.js';
import type { Policy, ScoredIndicator, ScoredSheet, SheetIndicator, TargetSheet } from '../../../api/types.js';
import { monthsReaching } from './assumed-months.js';

/** What somebody assumes for the end of the year. */
export interface Assumptions {
  /** By indicator: the value reached, a coefficient where it is graded, 1 or 0 where a day is kept or not. */
  readonly reached: Readonly<Record<string, string>>;
  /** Money spent, 万元; null: as it is forecast. */
  readonly spent: string | null;
}

/** The sheet's score at the end of the year, by the service's own rules, if the assumptions came true. */
export function assumedScore(
  sheet: TargetSheet,
  score: ScoredSheet,
  policy: Policy,
  assumptions: Assumptions,
): SheetScore {
  const known = new Map(score.indicators.map((scored) => [scored.indicatorId, scored]));
  const indicators = sheet.indicators.map((indicator) => {
    const assumed = assumptions.reached[indicator.id];
    const scored = known.get(indicator.id);
    if (assumed === undefined && scored) return asForecast(indicator, scored);
    const months = monthsReaching(indicator, assumed ?? '0', sheet.fiscalYear, policy);
    return { indicator, statistics: statisticsOf(months) };
  });
  const { spent, budget } = score.execution;
  const execution = { spent: assumptions.spent ?? score.outlook.forecastSpent ?? spent, budget };
  const asOf = monthOf(sheet.fiscalYear, 12);
  return scoreSheet({ indicators, execution, executionWeight: sheet.executionWeight }, asOf, policy);
}

/** What nobody has moved ends with the points that the sheet forecasts; what cannot be foreseen stays as it is. */
function asForecast(indicator: SheetIndicator, { outlook, override, explanation: { statistics } }: ScoredIndicator) {
  const { forecast } = outlook;
  const expected = forecast && { score: forecast.score, reason: '', by: '' };
  return { indicator, statistics, override: override ?? expected };
}
