import type { EntryStatistics } from '../entries/entry-statistics.js';
import { exact, type Exact, rounded, smaller, ZERO } from '../exact.js';
import { isPerPeriod, traitsOf } from '../aggregation.js';
import type { Indicator } from '../indicator.js';
import { type Month, yearOf } from '../calendar/month.js';
import type { Policy } from '../policy.js';
import { endsUndue, expectedEntries, hasEnded, isNotDue, periodMonths } from '../entries/due.js';
import { beginningWith, endingWith, wholeYear, type Window } from '../calendar/window.js';
import { measure, type Measurement } from './measurement.js';
import { missingPeriods } from './periods.js';
import { type Points, pointsFor } from './points.js';

export type ScoreStatus = 'scored' | 'not-applicable' | 'nothing-reported';

/** 人工复核调整: the points that a reviewer gives instead of the formula's, and why. */
export interface ScoreOverride {
  readonly score: string;
  readonly reason: string;
  readonly by: string;
}

/** An indicator's score as exact numbers: what `scoreIndicator` prints, and what pace and outlook build on. */
export interface Judgement extends Measurement {
  readonly indicator: Indicator;
  readonly statistics: EntryStatistics;
  readonly asOf: Month;
  /** The months that are asked for: the sheet's, from its own first month to its own end. */
  readonly window: Window;
  readonly sheetWindow: Window;
  readonly weight: Exact;
  readonly status: ScoreStatus;
  /** Months of the window up to `asOf` that have no entry. */
  readonly missing: number;
  /** Those of them that can still change the score. */
  readonly unsettled: number;
  /** What the formula gives; null unless scored. */
  readonly points: Points | null;
  readonly override: ScoreOverride | null;
  /** What counts: the reviewer's points where there are some, else the formula's; null when not applicable. */
  readonly score: Exact | null;
}

/** What an indicator is judged by, beside the month and the policy. */
export interface JudgedFacts {
  readonly indicator: Indicator;
  readonly statistics: EntryStatistics;
  readonly override?: ScoreOverride | null;
}

/**
 * Judges one indicator as of a month against its full-year target (design, domain §3).
 * @throws DomainError `target-negative`, `target-missing`.
 */
export function judge(
  { indicator, statistics, override = null }: JudgedFacts,
  asOf: Month,
  policy: Policy,
  sheetWindow: Window = wholeYear(yearOf(asOf)),
): Judgement {
  const window = beginningWith(endingWith(sheetWindow, indicator.endMonth), indicator.firstMonth);
  const { reported, notApplicable, coefficient } = statistics;
  const missing =
    periodMonths(indicator) > 1
      ? missingPeriods(indicator, statistics, asOf, window)
      : Math.max(0, expectedEntries(indicator, asOf, window) - reported - notApplicable);
  const measured = measure(indicator, statistics, { asOf, window, missing, policy });
  const ended = hasEnded(indicator, asOf);
  const known = statusOf(indicator, statistics, measured, isNotDue(indicator, asOf, window));
  const applies = !ended && !(known === 'nothing-reported' && endsUndue(indicator, window));
  const status = applies ? known : 'not-applicable';
  const weight = exact(indicator.weight);
  const { aggregation } = indicator;
  const unsettled = applies && aggregation && traitsOf(aggregation).needsEveryMonth ? missing : 0;
  const { target, actual, completion, met, months } = measured;
  const reached = { actual, completion, met, coefficient };
  const points = status === 'scored' ? pointsFor(indicator, weight, reached, policy) : null;
  const given = override && rounded(smaller(exact(override.score), weight), 2); // the weight may have been lowered since
  const score = status === 'not-applicable' ? null : (given ?? points?.score ?? ZERO);
  // Field by field: a full rescoring makes one of these for every indicator of a province.
  return {
    indicator,
    statistics,
    asOf,
    window,
    sheetWindow,
    weight,
    target,
    actual,
    completion,
    met,
    months,
    status,
    missing,
    unsettled,
    points,
    override,
    score,
  };
}

function statusOf(
  indicator: Indicator,
  statistics: EntryStatistics,
  { actual, completion }: Measurement,
  notDue: boolean,
): ScoreStatus {
  if (statistics.reported === 0) return statistics.notApplicable > 0 ? 'not-applicable' : 'nothing-reported';
  // What was reported belongs to a quarter that is not over yet, or all quarters before it were not applicable.
  if (isPerPeriod(indicator.aggregation) && completion === null) return notDue ? 'nothing-reported' : 'not-applicable';
  const isNumeric = indicator.comparator !== 'qualitative' && indicator.comparator !== 'by';
  return isNumeric && actual === null && completion === null ? 'not-applicable' : 'scored';
}

/** Whether a month is missing that could still change the score. */
export const isProvisional = ({ status, unsettled }: Judgement): boolean =>
  status === 'nothing-reported' || unsettled > 0;
