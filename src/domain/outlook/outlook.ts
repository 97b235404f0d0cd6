import { type Exact, fixed, larger, plain, ZERO } from '../exact.js';
import type { MonthlyEntry } from '../indicator.js';
import type { Month } from '../calendar/month.js';
import type { Policy } from '../policy.js';
import { reachesBack } from '../entries/first-month.js';
import type { Judgement } from '../scoring/judgement.js';
import { forecast, type Forecast, type ForecastBasis, type LastYear } from './forecast.js';
import { bestScore, type Outcome, outcomeAt } from './outcome.js';
import { openMonths, type Possibility, possibilityOf } from './possibility.js';
import { allowedPerMonth, type Breach, breachOf, neededPerMonth } from './remaining.js';

/** What can still become of an indicator by the end of the window (design, domain §5). Decimal strings. */
export interface Outlook {
  readonly possibility: Possibility | null;
  /** Months to come, and those that nobody has reported yet. */
  readonly openMonths: number;
  readonly forecast: PrintedForecast | null;
  /** Points that no effort brings back. */
  readonly lostForGood: string;
  /** Points that are not earned yet and can be. */
  readonly winnable: string;
  /**
   * Least needed in each open month to reach the target: an amount, for `ratio` the percentage of cases if they keep
   * coming as so far (more than all: out of reach then). null where it is reached, where months do not add up, or while
   * the open months are not alike: the first of an indicator that was taken up later speaks of all months before it, too.
   */
  readonly neededPerMonth: string | null;
  /** Most that each open month may add to stay within a ceiling; null likewise, and where there is none, or it is passed. */
  readonly allowedPerMonth: string | null;
  /** When a ceiling is passed if the year goes on as forecast; null: not within the window. */
  readonly breach: Breach | null;
  /** All or nothing, not decided yet, and behind or forecast to miss: all points are in danger. */
  readonly atRisk: boolean;
}

export interface PrintedForecast {
  readonly basis: ForecastBasis;
  readonly value: string;
  readonly completion: string;
  readonly met: boolean;
  readonly score: string;
  /** Cumulative, month by month after `asOf`; `low` and `high` if every month went like the weakest or the best so far. */
  readonly path: readonly {
    readonly month: Month;
    readonly value: string;
    readonly low: string;
    readonly high: string;
  }[];
}

/** What the forecast goes by beside the statistics. */
export interface OutlookFacts {
  /** Approved entries of the window up to the as-of month. */
  readonly entries: readonly MonthlyEntry[];
  /** Last year's monthly values of the same indicator, where known. */
  readonly lastYear?: readonly LastYear[];
}

export function outlookOf(judgement: Judgement, { entries, lastYear }: OutlookFacts, policy: Policy): Outlook {
  const { indicator, status, weight, score, override } = judgement;
  const possibility = possibilityOf(judgement);
  const expected = forecast(judgement, entries, lastYear);
  const outcome = expected && outcomeAt(judgement, expected.value, policy);
  const best = status === 'not-applicable' ? null : bestScore(judgement, possibility, policy);
  const open = openMonths(judgement);
  const isAllOrNothing = indicator.rule === 'direct';
  const alike = firstIsOpen(judgement, entries) ? 0 : open;
  return {
    possibility,
    openMonths: open,
    forecast: expected && outcome && printedForecast(expected, outcome),
    lostForGood: plain(best ? larger(weight.sub(best), ZERO) : ZERO),
    winnable: plain(best ? larger(best.sub(score ?? ZERO), ZERO) : ZERO),
    neededPerMonth: printed(neededPerMonth(judgement, alike)),
    allowedPerMonth: printed(allowedPerMonth(judgement, alike)),
    breach: breachOf(judgement, expected, entries),
    atRisk: override === null && isAllOrNothing && possibility === 'possible' && outcome?.met === false,
  };
}

/** Whether the month whose entry holds what was done since the year began has not been reported yet. */
const firstIsOpen = ({ indicator }: Judgement, entries: readonly MonthlyEntry[]): boolean =>
  indicator.firstMonth != null &&
  reachesBack(indicator, indicator.firstMonth) &&
  !entries.some(({ month }) => month === indicator.firstMonth);

const printed = (number: Exact | null): string | null => number && plain(number);

function printedForecast({ basis, value, path }: Forecast, outcome: Outcome): PrintedForecast {
  return {
    basis,
    value: plain(value),
    completion: plain(outcome.completion),
    met: outcome.met,
    score: fixed(outcome.score, 2),
    path: path.map(({ month, ...point }) => ({
      month,
      value: plain(point.value),
      low: plain(point.low),
      high: plain(point.high),
    })),
  };
}
