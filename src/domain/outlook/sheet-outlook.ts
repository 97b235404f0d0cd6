import { type Exact, exact, fixed, HUNDRED, ONE, plain, smaller, sum, ZERO } from '../exact.js';
import type { Policy, Rating } from '../policy.js';
import type { ExecutionScore } from '../scoring/execution-score.js';
import type { IndicatorScore } from '../scoring/indicator-score.js';
import { ratingFor } from '../scoring/sheet-score.js';
import { elapsedMonths, lengthOf, type Window } from '../window.js';
import type { Month } from '../month.js';
import type { Light } from './light.js';
import type { Outlook } from './outlook.js';
import type { JudgedPace } from './pace.js';

/** A sheet against its targets to date: points, where only part of the year counts. */
export interface SheetPace {
  readonly raw: string;
  readonly max: string;
  readonly normalised: string | null;
  readonly rating: Rating | null;
  /** Budget execution against the even share of the budget; null when not applicable. */
  readonly executionScore: string | null;
  readonly light: Light;
}

/** What can still become of a sheet's points, execution left as it is. */
export interface SheetOutlook {
  readonly lostForGood: string;
  readonly winnable: string;
  /** Points if every indicator ends as forecast; those without a forecast keep what they have. */
  readonly forecastRaw: string;
  readonly forecastNormalised: string | null;
  readonly forecastRating: Rating | null;
  /** Money spent by the end of the window at the rate so far, 全年预计执行数; null without figures. */
  readonly forecastSpent: string | null;
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
  const spending = executionToDate(execution, asOf, window);
  const raw = sum([...due.map(({ pace }) => pace.score ?? ZERO), spending ?? ZERO]);
  const max = sum([...due.map(({ weight }) => weight), spending === null ? ZERO : exact(execution.max)]);
  const normalised = max.gt(ZERO) ? exact(fixed(raw.div(max).mul(HUNDRED), 2)) : null;
  return {
    raw: fixed(raw, 2),
    max: plain(max),
    normalised: normalised && fixed(normalised, 2),
    rating: normalised && ratingFor(normalised, policy),
    executionScore: spending && fixed(spending, 2),
    light: sheetLight(normalised, policy),
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

function executionToDate({ score, rate, max }: ExecutionScore, asOf: Month, window: Window): Exact | null {
  if (score === null || rate === null) return null;
  const elapsed = elapsedMonths(window, asOf);
  const share = elapsed === 0 ? ONE : smaller(exact(rate).mul(lengthOf(window)).div(elapsed), ONE);
  return exact(fixed(exact(max).mul(share), 2));
}

/** A reviewer's decision stands whatever the months to come will bring. */
const projectedScore = ({
  score,
  override,
  outlook,
}: Pick<IndicatorScore, 'score' | 'override'> & { readonly outlook: Outlook }): string | null =>
  override ? score : (outlook.forecast?.score ?? score);

export function outlookOfSheet(
  indicators: readonly (Pick<IndicatorScore, 'score' | 'override'> & { readonly outlook: Outlook })[],
  execution: ExecutionScore,
  max: string,
  asOf: Month,
  window: Window,
  policy: Policy,
): SheetOutlook {
  const raw = sum([execution.score, ...indicators.map(projectedScore)].map((text) => exact(text ?? '0')));
  const normalised = exact(max).gt(ZERO) ? exact(fixed(raw.div(exact(max)).mul(HUNDRED), 2)) : null;
  const elapsed = elapsedMonths(window, asOf);
  return {
    lostForGood: plain(sum(indicators.map(({ outlook }) => exact(outlook.lostForGood)))),
    winnable: plain(sum(indicators.map(({ outlook }) => exact(outlook.winnable)))),
    forecastRaw: fixed(raw, 2),
    forecastNormalised: normalised && fixed(normalised, 2),
    forecastRating: normalised && ratingFor(normalised, policy),
    forecastSpent:
      execution.spent === null || elapsed === 0
        ? null
        : plain(exact(execution.spent).mul(lengthOf(window)).div(elapsed)),
  };
}
