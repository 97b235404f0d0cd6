import { actualValue } from '../entries/actual-value.js';
import { DomainError } from '../domain-error.js';
import type { EntryStatistics } from '../entries/entry-statistics.js';
import { exact, type Exact, ONE, plain, sum, ZERO } from '../exact.js';
import { isPerPeriod } from '../aggregation.js';
import type { Indicator, Rule } from '../indicator.js';
import type { Month } from '../calendar/month.js';
import type { Policy } from '../policy.js';
import type { Window } from '../calendar/window.js';
import type { LocalDate } from '../calendar/working-days.js';
import { completion, isMet, type NumericTarget } from './completion.js';
import { reportedPeriods } from './periods.js';

/** A month, or the last month of a quarter or half-year, judged on its own. */
export interface JudgedMonth {
  readonly month: Month;
  readonly value: string;
  readonly completion: Exact;
  readonly met: boolean;
  /** Its last month has no entry yet: more may come. */
  readonly isOpen: boolean;
}

/** What an indicator measured, before it is turned into points. */
export interface Measurement {
  /** null for a qualitative indicator and for one whose target is a day. */
  readonly target: NumericTarget | null;
  readonly actual: Exact | null;
  readonly completion: Exact | null;
  readonly met: boolean | null;
  /** Only where each month, quarter or half-year is judged on its own. */
  readonly months: readonly JudgedMonth[];
}

/** When and by which rules it is measured. */
export interface MeasuredIn {
  readonly asOf: Month;
  readonly window: Window;
  /** Entries that should be there by `asOf` and are not. */
  readonly missing: number;
  readonly policy: Policy;
}

/**
 * @throws DomainError `target-negative` (only the direct rule can score one), `target-missing`.
 */
export function measure(indicator: Indicator, statistics: EntryStatistics, context: MeasuredIn): Measurement {
  const { policy } = context;
  const nothing = { target: null, actual: null, completion: null, met: null, months: [] };
  if (indicator.comparator === 'by') return { ...nothing, ...completedBy(indicator.target ?? '', statistics, policy) };
  if (indicator.comparator === 'qualitative' || indicator.aggregation === null) return nothing;
  const target = numericTarget(indicator);
  if (isPerPeriod(indicator.aggregation)) return { target, ...perPeriod(indicator, statistics, context) };
  const actual = actualValue(indicator, statistics);
  if (actual === null) return { ...nothing, target };
  return {
    target,
    actual,
    completion: completion(target, actual, policy.equalsAbove),
    met: isMet(target, actual),
    months: [],
  };
}

/** Each month, quarter or half-year on its own, by the target in force at its end; what is missing completes nothing. */
function perPeriod(
  indicator: Indicator,
  statistics: EntryStatistics,
  { asOf, window, missing, policy }: MeasuredIn,
): Omit<Measurement, 'target'> {
  const nothing = { actual: null, completion: null, met: null, months: [] };
  if (statistics.reported === 0) return nothing;
  const periods = reportedPeriods(indicator, statistics, asOf, window, missing);
  const judged = periods.reported.map(({ month, value, isOpen }) => {
    const target = numericTarget(inForceIn(indicator, month));
    return {
      month,
      value: plain(value),
      completion: completion(target, value, policy.equalsAbove),
      met: isMet(target, value),
      isOpen,
    };
  });
  if (judged.length === 0 && periods.silent === 0) return nothing;
  const values = periods.reported.map(({ value }) => value);
  return {
    actual: values.length > 0 ? sum(values).div(values.length) : null,
    completion: sum(judged.map((month) => month.completion)).div(judged.length + periods.silent),
    met: periods.silent === 0 && judged.every(({ met }) => met),
    months: judged,
  };
}

/** The indicator with the target that held in the month. */
export function inForceIn(indicator: Indicator, month: Month): Indicator {
  const held = indicator.targets?.findLast(({ from }) => from <= month);
  if (!held) return indicator;
  const { comparator, target, targetUpper } = held;
  return { ...indicator, comparator, target, targetUpper };
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

function numericTarget(indicator: Indicator): NumericTarget {
  const { comparator } = indicator;
  if (comparator === 'qualitative' || comparator === 'by') throw new Error(`${comparator} is no number`);
  if (indicator.target === null) {
    throw new DomainError('unfit', 'target-missing', {
      zh: `指标“${indicator.name}”没有目标值，无法计分。`,
      en: `Indicator “${indicator.name}” has no target value and cannot be scored.`,
    });
  }
  const target = exact(indicator.target);
  if (target.lt(ZERO) && ruleOf(indicator) !== 'direct') {
    throw new DomainError('unfit', 'target-negative', {
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
