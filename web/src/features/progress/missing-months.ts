import { monthNumber, monthOf, monthsBetween, yearOf } from '../../../../src/domain/month.js';
import type { IndicatorMonths } from '../../api/types.js';

/** Whether the month owes an entry: indicators of the whole year are due in one month of it only. */
export function isDue({ dueMonth }: Pick<IndicatorMonths, 'dueMonth'>, month: string): boolean {
  return dueMonth == null || dueMonth === monthNumber(month);
}

/** Months up to `last` that are due and have neither been submitted nor approved. */
export function missingMonths(indicator: IndicatorMonths, last: string): string[] {
  const handedIn = new Set(
    indicator.entries.filter(({ status }) => status === 'submitted' || status === 'approved').map(({ month }) => month),
  );
  return monthsBetween(monthOf(yearOf(last), 1), last).filter(
    (month) => isDue(indicator, month) && !handedIn.has(month),
  );
}
