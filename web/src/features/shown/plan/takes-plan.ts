import { isPerPeriod } from '@domain/aggregation.js';
import type { SheetIndicator } from '../../../api/types.js';

/** A plan by months leads to a number of the year: what is judged month by month, or is no number, has none. */
export const takesPlan = ({ comparator, aggregation }: Pick<SheetIndicator, 'comparator' | 'aggregation'>): boolean =>
  comparator !== 'qualitative' && comparator !== 'by' && !isPerPeriod(aggregation);
