import { type Exact, exact, fixed, ONE, sum, ZERO } from '../exact.js';
import type { Month } from '../calendar/month.js';
import type { Policy } from '../policy.js';
import { type ExecutionScore, rateOf } from '../scoring/execution-score.js';
import { type PrintedTotal, printedTotal, ratingFor, totalOf } from '../scoring/sheet-total.js';
import { elapsedMonths, lengthOf, type Window } from '../calendar/window.js';
import { executionPoints } from './execution-outlook.js';
import type { Light } from './light.js';
import type { JudgedPace } from './pace.js';

/**
 * A sheet against its targets to date: points, where only part of the year counts, and a maximum without what is not due
 * yet; capped where spending is too slow by now. When the year ends it is the score.
 */
export interface SheetPace extends PrintedTotal {
  /** Budget execution against the even share of the budget; null when not applicable. */
  readonly executionScore: string | null;
  readonly light: Light;
}

/** An indicator's part in the sheet's pace. */
export interface PacedIndicator {
  readonly weight: Exact;
  readonly pace: JudgedPace;
}

export function paceOfSheet(
  indicators: readonly PacedIndicator[],
  execution: ExecutionScore,
  asOf: Month,
  window: Window,
  policy: Policy,
): SheetPace {
  const due = indicators.filter(({ pace }) => pace.score !== null);
  const rate = rateToDate(execution, asOf, window);
  const spending = rate && executionPoints(exact(execution.max), rate);
  const raw = sum([...due.map(({ pace }) => pace.score ?? ZERO), spending ?? ZERO]);
  const max = sum([...due.map(({ weight }) => weight), spending === null ? ZERO : exact(execution.max)]);
  const total = totalOf(raw, max, rate, policy);
  return {
    ...printedTotal(total),
    executionScore: spending && fixed(spending, 2),
    light: sheetLight(total.normalised, policy),
  };
}

/**
 * The light of a sheet or of many: 优 green, 良 amber, below red. A sheet of many indicators hardly ever has them all on
 * track, so its light follows the rating of its pace.
 */
export function sheetLight(paceNormalised: Exact | null, policy: Policy): Light {
  if (paceNormalised === null) return 'grey';
  const rating = ratingFor(paceNormalised, policy);
  if (rating === 'excellent') return 'green';
  return rating === 'good' ? 'amber' : 'red';
}

/** The spent share of what should be spent by now; all of it before the window begins. */
function rateToDate(execution: ExecutionScore, asOf: Month, window: Window): Exact | null {
  const rate = rateOf(execution);
  const elapsed = elapsedMonths(window, asOf);
  return rate && (elapsed === 0 ? ONE : rate.mul(lengthOf(window)).div(elapsed));
}
