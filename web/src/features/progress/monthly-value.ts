import { actualValue } from '../../../../src/domain/actual-value.js';
import { statisticsOf } from '../../../../src/domain/entry-statistics.js';
import { fixed } from '../../../../src/domain/exact.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';

/**
 * What a month measured, as one number: a ratio in the indicator's unit (%, ‰), a grade by its coefficient; null where
 * there is none, such as a day.
 */
export function monthlyValue(
  indicator: Pick<IndicatorMonths, 'aggregation' | 'unit'>,
  entry: ProgressEntry,
): string | null {
  const { value, numerator, coefficient, notApplicable } = entry;
  if (notApplicable) return null;
  if (value !== null) return value;
  if (numerator === null) return coefficient;
  const share = actualValue({ ...indicator, aggregation: 'ratio' }, statisticsOf([entry]));
  return share && fixed(share, 4);
}
