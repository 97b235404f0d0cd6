import { traitsOf } from '../aggregation.js';
import type { EntryStatistics } from './entry-statistics.js';
import type { Exact } from '../exact.js';
import type { Indicator } from '../indicator.js';

/** The value reached so far, exactly; null when there is none (nothing reported, or a ratio without any case). */
export const actualValue = (
  { aggregation, unit }: Pick<Indicator, 'aggregation' | 'unit'>,
  statistics: EntryStatistics,
): Exact | null => aggregation && traitsOf(aggregation).actual(statistics, unit);
