import { exact, fixed, HUNDRED, plain, sum, ZERO } from '../exact.js';
import type { Policy, Rating } from '../policy.js';
import type { ExecutionScore } from '../scoring/execution-score.js';
import type { IndicatorScore } from '../scoring/indicator-score.js';
import { ratingFor } from '../scoring/sheet-score.js';
import { elapsedMonths, lengthOf, type Window } from '../window.js';
import type { Month } from '../month.js';
import type { Outlook } from './outlook.js';

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
