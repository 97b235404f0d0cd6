import { type Exact, exact, larger, ONE, rounded, smaller, ZERO } from '../exact.js';
import type { Month } from '../calendar/month.js';
import { type ExecutionScore, rateOf } from '../scoring/execution-score.js';
import { elapsedMonths, lengthOf, type Window } from '../calendar/window.js';

/** What can still become of the points for budget execution. */
export interface ExecutionOutlook {
  /** 全年预计执行数, 万元: spending goes on at the rate so far. */
  readonly spent: Exact;
  /** Spent share of the budget by the end of the window, as forecast and at best. */
  readonly rate: Exact;
  readonly bestRate: Exact;
  readonly score: Exact;
  readonly winnable: Exact;
  readonly lostForGood: Exact;
}

/** null where execution does not apply, or nobody can tell at which rate money is spent. */
export function executionOutlook(execution: ExecutionScore, asOf: Month, window: Window): ExecutionOutlook | null {
  const rate = rateOf(execution);
  const elapsed = elapsedMonths(window, asOf);
  if (rate === null || execution.score === null || execution.spent === null || elapsed === 0) return null;
  const [now, max] = [exact(execution.score), exact(execution.max)];
  const [atYearEnd, left] = [rate.mul(lengthOf(window)).div(elapsed), max.sub(now)];
  const isOver = asOf >= window.last;
  return {
    spent: exact(execution.spent).mul(lengthOf(window)).div(elapsed),
    rate: atYearEnd,
    bestRate: isOver ? rate : larger(rate, ONE),
    score: executionPoints(max, atYearEnd),
    winnable: isOver ? ZERO : left,
    lostForGood: isOver ? left : ZERO,
  };
}

/** Points of `max` for this spent share, whatever it is a share of. */
export const executionPoints = (max: Exact, rate: Exact): Exact =>
  rounded(max.mul(larger(smaller(rate, ONE), ZERO)), 2);
