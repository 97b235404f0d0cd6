import type { EntryStatistics } from './entry-statistics.js';
import { type Exact, exact } from './exact.js';
import type { Aggregation, Indicator } from './indicator.js';
import { wholeOf } from './share.js';

type Reduce = (statistics: EntryStatistics, unit: string | null) => Exact | null;
const mean: Reduce = ({ sum, reported }) => number(sum)?.div(reported) ?? null;

/** How months become the one actual value A (design, domain §2). `each-month` has the mean of its months for show. */
const AGGREGATE: Record<Aggregation, Reduce> = {
  sum: ({ sum }) => number(sum),
  latest: ({ latest }) => number(latest),
  average: mean,
  max: ({ max }) => number(max),
  min: ({ min }) => number(min),
  // Cases over cases: the mean of monthly percentages would weigh a month with 2 letters like one with 200.
  ratio: ({ numerators, denominators }, unit) => {
    const cases = number(denominators);
    return cases === null || cases.equals(0) ? null : (number(numerators)?.div(cases).mul(wholeOf(unit)) ?? null);
  },
  'each-month': mean,
  'each-quarter': mean,
  'each-half-year': mean,
  'completed-on': () => null,
};

/** The value reached so far, exactly; null when there is none (nothing reported, or a ratio without any case). */
export function actualValue(
  { aggregation, unit }: Pick<Indicator, 'aggregation' | 'unit'>,
  statistics: EntryStatistics,
): Exact | null {
  return aggregation && AGGREGATE[aggregation](statistics, unit);
}

const number = (text: string | null): Exact | null => (text === null ? null : exact(text));
