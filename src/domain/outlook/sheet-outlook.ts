import { type Exact, exact, fixed, plain, sum, ZERO } from '../exact.js';
import type { Month } from '../calendar/month.js';
import type { Policy } from '../policy.js';
import type { ExecutionScore } from '../scoring/execution-score.js';
import type { IndicatorScore } from '../scoring/indicator-score.js';
import { type PrintedTotal, printedTotal, totalOf } from '../scoring/sheet-total.js';
import type { Window } from '../calendar/window.js';
import { type ExecutionOutlook, executionOutlook } from './execution-outlook.js';
import type { Outlook } from './outlook.js';

/** What can still become of a sheet's points (design, domain §5). */
export interface SheetOutlook {
  /** Points that no effort brings back, and those that are not earned yet and can be; both of execution, too. */
  readonly lostForGood: string;
  readonly winnable: string;
  /** The winnable points of what is not due yet or was never reported: nobody can foresee them. */
  readonly open: string;
  /** As forecast, without what nobody can foresee: neither in the points nor in the maximum. */
  readonly expected: PrintedTotal;
  /** As forecast where what nobody can foresee earns nothing, and where it earns all. */
  readonly low: PrintedTotal;
  readonly high: PrintedTotal;
  /** The most that can still be reached, where what nobody can foresee earns nothing, and where it earns all. */
  readonly possible: { readonly low: PrintedTotal; readonly high: PrintedTotal };
  /** Points for execution at the rate so far; null without figures. */
  readonly executionScore: string | null;
  /** Money spent by the end of the window at the rate so far, 全年预计执行数; null without figures. */
  readonly forecastSpent: string | null;
}

/** An indicator's part in the sheet's outlook. */
export type ForeseenIndicator = Pick<IndicatorScore, 'score' | 'status' | 'override' | 'max'> & {
  readonly outlook: Outlook;
};

interface Part {
  readonly now: Exact;
  readonly max: Exact;
  /** null: nobody can foresee it. */
  readonly expected: Exact | null;
  readonly winnable: Exact;
  readonly lostForGood: Exact;
}

export function outlookOfSheet(
  indicators: readonly ForeseenIndicator[],
  execution: ExecutionScore,
  asOf: Month,
  window: Window,
  policy: Policy,
): SheetOutlook {
  const spending = executionOutlook(execution, asOf, window);
  const parts = [...indicators.flatMap(partOf), ...executionPart(execution, spending)];
  const total = (of: (part: Part) => Exact, some = parts): Exact => sum(some.map(of));
  const [foreseen, open] = [parts.filter(({ expected }) => expected), parts.filter(({ expected }) => !expected)];
  const [max, unforeseen] = [total((part) => part.max), total(({ winnable }) => winnable, open)];
  const low = total(({ now, expected }) => expected ?? now);
  const best = total(({ now, winnable }) => now.add(winnable));
  const ending = (raw: Exact, of: Exact, rate = spending?.rate ?? null) => printedTotal(totalOf(raw, of, rate, policy));
  return {
    lostForGood: plain(total(({ lostForGood }) => lostForGood)),
    winnable: plain(total(({ winnable }) => winnable)),
    open: plain(unforeseen),
    expected: ending(
      total(({ expected }) => expected ?? ZERO, foreseen),
      total((part) => part.max, foreseen),
    ),
    low: ending(low, max),
    high: ending(low.add(unforeseen), max),
    possible: {
      low: ending(best.sub(unforeseen), max, spending?.bestRate),
      high: ending(best, max, spending?.bestRate),
    },
    executionScore: spending && fixed(spending.score, 2),
    forecastSpent: spending && plain(spending.spent),
  };
}

/** A reviewer's decision stands whatever the months to come will bring; a grade that was given is carried forward. */
function partOf({ score, status, override, max, outlook }: ForeseenIndicator): Part[] {
  if (status === 'not-applicable' || score === null) return [];
  const [now, winnable] = [exact(score), exact(outlook.winnable)];
  const isKnown = override !== null || status === 'scored' || winnable.equals(ZERO);
  const expected = override === null && outlook.forecast ? exact(outlook.forecast.score) : now;
  return [
    { now, max: exact(max), expected: isKnown ? expected : null, winnable, lostForGood: exact(outlook.lostForGood) },
  ];
}

/** Before the window begins there are no months to forecast by: the points are those of the figures. */
function executionPart({ score, max }: ExecutionScore, outlook: ExecutionOutlook | null): Part[] {
  if (score === null) return [];
  const part = { now: exact(score), max: exact(max) };
  if (outlook === null) return [{ ...part, expected: part.now, winnable: ZERO, lostForGood: ZERO }];
  return [{ ...part, expected: outlook.score, winnable: outlook.winnable, lostForGood: outlook.lostForGood }];
}
