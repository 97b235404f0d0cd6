import type { EntryStatistics } from '../entry-statistics.js';
import { exact, type Exact } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { type Month, yearOf } from '../month.js';
import type { Policy } from '../policy.js';
import { expectedMonths, wholeYear, type Window } from '../window.js';
import { measure, type Measurement } from './measurement.js';
import { type Points, pointsFor } from './points.js';

export type ScoreStatus = 'scored' | 'not-applicable' | 'nothing-reported';

/** An indicator's score as exact numbers: what `scoreIndicator` prints, and what pace and outlook build on. */
export interface Judgement extends Measurement {
  readonly indicator: Indicator;
  readonly statistics: EntryStatistics;
  readonly asOf: Month;
  readonly window: Window;
  readonly weight: Exact;
  readonly status: ScoreStatus;
  /** Months of the window up to `asOf` that have no entry. */
  readonly missing: number;
  /** Those of them that can still change the score. */
  readonly unsettled: number;
  /** null unless scored. */
  readonly points: Points | null;
}

const NEEDS_EVERY_MONTH: readonly (string | null)[] = ['sum', 'ratio', 'each-month'];

/**
 * Judges one indicator as of a month against its full-year target (design, domain §3).
 * @throws DomainError `target-negative`, `target-missing`.
 */
export function judge(
  indicator: Indicator,
  statistics: EntryStatistics,
  asOf: Month,
  policy: Policy,
  window: Window = wholeYear(yearOf(asOf)),
): Judgement {
  const { reported, notApplicable, coefficient } = statistics;
  const missing = Math.max(0, expectedMonths(indicator.dueMonth, asOf, window) - reported - notApplicable);
  const measured = measure(indicator, statistics, missing, policy);
  const status = statusOf(indicator, statistics, measured);
  const weight = exact(indicator.weight);
  const unsettled = NEEDS_EVERY_MONTH.includes(indicator.aggregation) ? missing : 0;
  const points = status === 'scored' ? pointsFor(indicator, weight, { ...measured, coefficient }, policy) : null;
  return { ...measured, indicator, statistics, asOf, window, weight, status, missing, unsettled, points };
}

function statusOf({ comparator }: Indicator, statistics: EntryStatistics, { actual }: Measurement): ScoreStatus {
  if (statistics.reported === 0) return statistics.notApplicable > 0 ? 'not-applicable' : 'nothing-reported';
  return comparator !== 'qualitative' && actual === null ? 'not-applicable' : 'scored';
}

/** Whether a month is missing that could still change the score. */
export const isProvisional = ({ status, unsettled }: Judgement): boolean =>
  status === 'nothing-reported' || unsettled > 0;
