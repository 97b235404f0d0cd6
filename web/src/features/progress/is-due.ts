import { monthNumber } from '../../../../src/domain/month.js';
import type { IndicatorMonths } from '../../api/types.js';

/** Whether the month owes an entry: indicators of the whole year are due in one month of it only. */
export function isDue({ dueMonth }: Pick<IndicatorMonths, 'dueMonth'>, month: string): boolean {
  return dueMonth == null || dueMonth === monthNumber(month);
}
