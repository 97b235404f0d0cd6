import type { EntryStatistics } from '../../../../src/domain/entry-statistics.js';
import { exact, plain } from '../../../../src/domain/exact.js';
import { type Grade, GRADES } from '../../../../src/domain/indicator.js';
import { monthOf, monthsBetween } from '../../../../src/domain/month.js';
import { scoreSheet, type SheetScore } from '../../../../src/domain/scoring/sheet-score.js';
import type { Policy, ScoredSheet, SheetIndicator, TargetSheet } from '../../api/types.js';

/** What somebody assumes for the end of the year. */
export interface Assumptions {
  /** By indicator: the value reached, a coefficient where it is graded. */
  readonly reached: Readonly<Record<string, string>>;
  /** Money spent, 万元; null: as it stands. */
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
    if (assumed === undefined && scored) return { indicator, statistics: scored.explanation.statistics };
    return { indicator, statistics: statisticsAt(indicator, assumed ?? '0', sheet.fiscalYear, policy) };
  });
  const { spent, budget } = score.execution;
  const execution = { spent: assumptions.spent ?? spent, budget };
  const asOf = monthOf(sheet.fiscalYear, 12);
  return scoreSheet({ indicators, execution, executionWeight: sheet.executionWeight }, asOf, policy);
}

/** Twelve months that give exactly this value, however the indicator adds up. */
function statisticsAt(indicator: SheetIndicator, value: string, year: number, policy: Policy): EntryStatistics {
  const months = monthsBetween(monthOf(year, 1), monthOf(year, 12));
  const graded = indicator.comparator === 'qualitative';
  const total = indicator.aggregation === 'average' ? plain(exact(value).mul(exact(String(months.length)))) : value;
  return {
    reported: graded || indicator.dueMonth !== null ? 1 : months.length,
    notApplicable: 0,
    sum: total,
    min: value,
    max: value,
    latest: value,
    numerators: value,
    denominators: '100',
    grade: graded ? gradeOf(value, policy) : null,
    coefficient: graded ? value : null,
    monthly: months.map((month) => ({ month, value })),
  };
}

export const gradeOf = (coefficient: string, { gradeBands }: Policy): Grade =>
  GRADES.find((grade) => exact(coefficient).gte(exact(gradeBands[grade].from))) ?? 'missed';
