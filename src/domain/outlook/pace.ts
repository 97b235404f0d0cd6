import { exact, type Exact, fixed, ONE, plain, ZERO } from '../exact.js';
import { isPerPeriod } from '../aggregation.js';
import type { Policy } from '../policy.js';
import { completion, isMet } from '../scoring/completion.js';
import type { Judgement } from '../scoring/judgement.js';
import { pointsFor } from '../scoring/points.js';
import { isNotDue } from '../entries/due.js';
import { gradeLight, type Light, lightFor } from './light.js';
import { type Possibility, possibilityOf } from './possibility.js';
import { type PaceBasis, targetToDate, type TargetToDate } from './target-to-date.js';

/** How an indicator runs against its target to date (design, domain §5). Decimal strings. */
export interface Pace {
  /** What should be reached by now; null where there is nothing to compare. */
  readonly targetToDate: string | null;
  /** Upper bound to date, of a range. */
  readonly upperToDate: string | null;
  readonly basis: PaceBasis | null;
  /** Completion of the target to date, 0 to 1; of a qualitative indicator its coefficient; 1 for a day that was kept. */
  readonly pace: string | null;
  /** Points if the target to date were the whole target; null, and left out of the maximum too, while not due or N/A. */
  readonly score: string | null;
  readonly possibility: Possibility | null;
  readonly light: Light;
}

/** The same as exact numbers. */
export interface JudgedPace {
  readonly toDate: TargetToDate | null;
  readonly pace: Exact | null;
  readonly score: Exact | null;
  readonly possibility: Possibility | null;
  readonly light: Light;
}

export function judgePace(judgement: Judgement, policy: Policy): JudgedPace {
  const { indicator, asOf, window, sheetWindow, status, target, statistics, weight } = judgement;
  const possibility = possibilityOf(judgement);
  const grey: JudgedPace = { toDate: null, pace: null, score: null, possibility, light: 'grey' };
  if (status === 'not-applicable') return grey;
  // A reviewer's points stand, and with the last month the points to date are those of the year.
  const decided = judgement.override !== null || asOf >= window.last ? judgement.score : null;
  if (status === 'nothing-reported') {
    return { ...grey, score: decided ?? (isNotDue(indicator, asOf, window) ? null : ZERO) };
  }
  if (indicator.comparator === 'by') {
    const pace = judgement.completion ?? ZERO;
    const score = decided ?? judgement.points?.score ?? ZERO;
    return { ...grey, pace, score, light: lightFor(pace, possibility, policy) };
  }
  if (target === null) {
    const coefficient = exact(statistics.coefficient ?? '0');
    return { ...grey, pace: coefficient, score: judgement.score, light: gradeLight(coefficient, policy) };
  }
  const toDate = targetToDate(indicator, target, asOf, sheetWindow);
  if (toDate === null) return { ...grey, score: decided, light: possibility === 'impossible' ? 'red' : 'grey' };
  const reached = reachedOf(judgement, toDate, policy);
  // Being ahead of the year is no deviation from the target: nothing is deducted for it.
  const { score } = pointsFor(indicator, weight, { ...reached, actual: null, coefficient: null }, policy);
  return {
    toDate,
    pace: reached.completion,
    score: decided ?? score,
    possibility,
    light: lightFor(reached.completion, possibility, policy),
  };
}

function reachedOf(
  { indicator, actual, target: whole, completion: share, met }: Judgement,
  { target }: TargetToDate,
  { equalsAbove }: Policy,
): { completion: Exact; met: boolean } {
  // Each month or quarter has had its own target all along.
  if (isPerPeriod(indicator.aggregation)) return { completion: share ?? ZERO, met: met ?? false };
  const value = actual ?? ZERO;
  // Whoever counts up to an exact number and is ahead of the year has not passed the number yet.
  const isAhead = target.comparator === '=' && value.gt(target.target);
  if (isAhead && whole && value.lte(whole.target)) return { completion: ONE, met: true };
  return { completion: completion(target, value, equalsAbove), met: isMet(target, value) };
}

export function printedPace({ toDate, pace, score, possibility, light }: JudgedPace): Pace {
  return {
    targetToDate: toDate && plain(toDate.target.target),
    upperToDate: toDate?.target.upper ? plain(toDate.target.upper) : null,
    basis: toDate?.basis ?? null,
    pace: pace && plain(pace),
    score: score && fixed(score, 2),
    possibility,
    light,
  };
}
