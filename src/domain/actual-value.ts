import type { EntryStatistics } from './entry-statistics.js';
import { type Exact, exact, HUNDRED } from './exact.js';
import type { Aggregation } from './indicator.js';

/** How months become the one actual value A (design, domain §2). `each-month` has the mean of its months for show. */
const AGGREGATE: Record<Aggregation, (statistics: EntryStatistics) => Exact | null> = {
  sum: ({ sum }) => number(sum),
  latest: ({ latest }) => number(latest),
  average: ({ sum, reported }) => number(sum)?.div(reported) ?? null,
  max: ({ max }) => number(max),
  min: ({ min }) => number(min),
  // Cases over cases: the mean of monthly percentages would weigh a month with 2 letters like one with 200.
  ratio: ({ numerators, denominators }) => {
    const cases = number(denominators);
    return cases === null || cases.equals(0) ? null : (number(numerators)?.div(cases).mul(HUNDRED) ?? null);
  },
  'each-month': ({ sum, reported }) => number(sum)?.div(reported) ?? null,
};

/** The value reached so far, exactly; null when there is none (nothing reported, or a ratio without any case). */
export function actualValue(aggregation: Aggregation, statistics: EntryStatistics): Exact | null {
  return AGGREGATE[aggregation](statistics);
}

const number = (text: string | null): Exact | null => (text === null ? null : exact(text));
