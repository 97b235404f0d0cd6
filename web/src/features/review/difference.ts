import { reachesBack } from '@domain/entries/first-month.js';
import { exact, fixed, plain } from '@domain/exact.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import { monthlyValue } from '../shown/monthly-value.js';

/** How far a month lies from the one before, with its sign; null where there is nothing to compare, or the one before is a total since January. */
export function differenceTo(
  indicator: Pick<IndicatorMonths, 'aggregation' | 'unit' | 'firstMonth'>,
  before: ProgressEntry | undefined,
  now: ProgressEntry,
): string | null {
  const [then, value] = [before && monthlyValue(indicator, before), monthlyValue(indicator, now)];
  if (then == null || value === null || (before && reachesBack(indicator, before.month))) return null;
  const difference = exact(fixed(exact(value).sub(exact(then)), 2));
  return difference.gt(exact('0')) ? `+${decimal(plain(difference))}` : decimal(plain(difference));
}
