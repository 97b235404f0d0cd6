import { courseOf } from '../aggregation.js';
import { exact, type Exact, larger, ONE, smaller, sum, ZERO } from '../exact.js';
import type { MonthlyEntry } from '../indicator.js';
import { addMonths, type Month, monthNumber, monthsBetween } from '../calendar/month.js';
import { spokenOf } from '../entries/first-month.js';
import type { Judgement } from '../scoring/judgement.js';

/** 上年 monthly values of the same indicator; the shape of the year, where it is known. */
export interface LastYear {
  readonly month: Month;
  readonly value: string;
}

/** How the year is thought to go on: as the months so far, as last year went, or as it stands. */
export type ForecastBasis = 'run-rate' | 'last-year' | 'carried-forward';

/** What an indicator is thought to have reached at the end of a month, and what its weakest and best month would give. */
export interface ForecastPoint {
  readonly month: Month;
  readonly value: Exact;
  readonly low: Exact;
  readonly high: Exact;
}

export interface Forecast {
  readonly basis: ForecastBasis;
  /** At the end of the window. */
  readonly value: Exact;
  /** Every month after `asOf`, in order. */
  readonly path: readonly ForecastPoint[];
}

/**
 * Forecast to the end of the window (design, domain §5); null while there is nothing to go by.
 * @param entries approved entries of the window up to `asOf`
 * @param lastYear twelve months, or it is not used
 */
export function forecast(
  judgement: Judgement,
  entries: readonly MonthlyEntry[],
  lastYear: readonly LastYear[] = [],
): Forecast | null {
  const { indicator, actual, target, asOf, window, sheetWindow } = judgement;
  if (actual === null) return null;
  const ahead = monthsBetween(asOf < window.first ? window.first : addMonths(asOf, 1), window.last);
  if (courseOf(indicator) !== 'total' || indicator.dueMonth != null) {
    const path = ahead.map((month) => ({ month, value: actual, low: actual, high: actual }));
    return { basis: 'carried-forward', value: actual, path };
  }
  const values = new Map(
    entries.flatMap(({ month, value }) => (value == null ? [] : [[month, exact(value)] as const])),
  );
  if (values.size === 0) return null;
  const known = new Set(entries.map(({ month }) => month));
  const overdue = monthsBetween(window.first, asOf < window.last ? asOf : window.last).filter(
    (month) => !known.has(month),
  );
  const spoken = spokenOf(indicator, [...values.keys()], sheetWindow);
  const weightOf = monthWeights(spoken, lastYear);
  const basis = weightOf ? 'last-year' : 'run-rate';
  // Value of one unit of weight; without last year's shape every month weighs the same.
  const weigh = (months: readonly Month[]): Exact => sum(months.map((month) => weightOf?.(month) ?? ONE));
  const rate = actual.div(weigh(spoken));
  // Work that counts up to an exact number stops there.
  const stop = target?.comparator === '=' && actual.lte(target.target) ? target.target : null;
  const after = (months: readonly Month[]): Exact => {
    const value = actual.add(rate.mul(weigh(months)));
    return stop ? smaller(value, stop) : value;
  };
  const numbers = [...values].map(([month, value]) => value.div(spokenOf(indicator, [month], sheetWindow).length));
  const [weakest, best] = [numbers.reduce(smaller), numbers.reduce(larger)];
  const path = ahead.map((month, index) => {
    const open = [...overdue, ...ahead.slice(0, index + 1)];
    const value = after(open);
    const low = actual.add(weakest.mul(open.length));
    const high = actual.add(best.mul(open.length));
    return { month, value, low: smaller(low, value), high: larger(high, value) };
  });
  return { basis, value: path.at(-1)?.value ?? after(overdue), path };
}

/** What last year's months weigh; null where last year is not known whole, or had nothing in the months reported so far. */
function monthWeights(reported: readonly Month[], lastYear: readonly LastYear[]): ((month: Month) => Exact) | null {
  if (lastYear.length < 12) return null;
  const weights = new Map(lastYear.map(({ month, value }) => [monthNumber(month), exact(value)]));
  const weightOf = (month: Month): Exact => weights.get(monthNumber(month)) ?? ZERO;
  return sum(reported.map(weightOf)).gt(ZERO) ? weightOf : null;
}
