import { actualValue } from '../actual-value.js';
import { DomainError } from '../domain-error.js';
import type { EntryStatistics } from '../entry-statistics.js';
import { exact, type Exact, ONE, sum, ZERO } from '../exact.js';
import type { Indicator, Rule } from '../indicator.js';
import type { Month } from '../month.js';
import type { Policy } from '../policy.js';
import type { LocalDate } from '../working-days.js';
import { completion, isMet, type NumericTarget } from './completion.js';

/** One month of an `each-month` indicator, judged on its own. */
export interface JudgedMonth {
  readonly month: Month;
  readonly value: string;
  readonly completion: Exact;
  readonly met: boolean;
}

/** What an indicator measured, before it is turned into points. */
export interface Measurement {
  /** null for a qualitative indicator and for one whose target is a day. */
  readonly target: NumericTarget | null;
  readonly actual: Exact | null;
  readonly completion: Exact | null;
  readonly met: boolean | null;
  /** For `each-month` only. */
  readonly months: readonly JudgedMonth[];
}

/**
 * @throws DomainError `target-negative` (only the direct rule can score one), `target-missing`.
 */
export function measure(
  indicator: Indicator,
  statistics: EntryStatistics,
  missing: number,
  policy: Policy,
): Measurement {
  const nothing = { target: null, actual: null, completion: null, met: null, months: [] };
  if (indicator.comparator === 'by') return { ...nothing, ...completedBy(indicator.target ?? '', statistics, policy) };
  if (indicator.comparator === 'qualitative' || indicator.aggregation === null) return nothing;
  const target = numericTarget(indicator, indicator.comparator);
  const actual = actualValue(indicator, statistics);
  if (actual === null) return { ...nothing, target };
  if (indicator.aggregation !== 'each-month') {
    return {
      target,
      actual,
      completion: completion(target, actual, policy.equalsAbove),
      met: isMet(target, actual),
      months: [],
    };
  }
  const months = statistics.monthly.map(({ month, value }) => ({
    month,
    value,
    completion: completion(target, exact(value), policy.equalsAbove),
    met: isMet(target, exact(value)),
  }));
  return {
    target,
    actual,
    completion: sum(months.map((month) => month.completion)).div(months.length + missing),
    met: missing === 0 && months.every((month) => month.met),
    months,
  };
}

/** Completed on or before its day, late, or not yet. */
function completedBy(
  lastDay: LocalDate,
  { completedOn }: EntryStatistics,
  { lateCompletion = '0' }: Policy,
): Pick<Measurement, 'completion' | 'met'> {
  if (completedOn == null) return { completion: null, met: null };
  const met = completedOn <= lastDay;
  return { completion: met ? ONE : exact(lateCompletion), met };
}

function numericTarget(indicator: Indicator, comparator: NumericTarget['comparator']): NumericTarget {
  if (indicator.target === null) {
    throw new DomainError('target-missing', {
      zh: `指标“${indicator.name}”没有目标值，无法计分。`,
      en: `Indicator “${indicator.name}” has no target value and cannot be scored.`,
    });
  }
  const target = exact(indicator.target);
  if (target.lt(ZERO) && ruleOf(indicator) !== 'direct') {
    throw new DomainError('target-negative', {
      zh: `指标“${indicator.name}”的目标值为负数，只能采用直接赋分。`,
      en: `Indicator “${indicator.name}” has a negative target: only the direct rule can score it.`,
    });
  }
  return { comparator, target, upper: indicator.targetUpper === null ? null : exact(indicator.targetUpper) };
}

/**
 * Text is graded and a day is kept or not, whatever the document prints; where it prints nothing, numbers are
 * proportional.
 */
export function ruleOf({ comparator, rule }: Indicator): Rule | 'qualitative' {
  if (comparator === 'by') return 'direct';
  return comparator === 'qualitative' ? 'qualitative' : (rule ?? 'proportional');
}
