import { actualValue } from '@domain/entries/actual-value.js';
import { statisticsOf } from '@domain/entries/entry-statistics.js';
import { fixed } from '@domain/exact.js';
import type { MonthlyEntry } from '@domain/indicator.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';

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
  const share = shareOf(indicator, entry);
  return share && fixed(share, 4);
}

/** `70.59 %` of 12 / 17, `3.75 ‰` of 3 / 800; null where there are no cases. */
export function enteredRatio(indicator: Pick<IndicatorMonths, 'unit'>, entry: MonthlyEntry): string | null {
  const share = shareOf(indicator, entry);
  return share && `${decimal(fixed(share, 2))} ${indicator.unit ?? ''}`.trim();
}

const shareOf = ({ unit }: Pick<IndicatorMonths, 'unit'>, entry: MonthlyEntry) =>
  actualValue({ unit, aggregation: 'ratio' }, statisticsOf([entry]));
