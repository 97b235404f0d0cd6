import { type Month, yearOf } from '../../domain/calendar/month.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import { monthOutsideYear } from '../../months/errors.js';
import { monthNotOpen } from './errors.js';

/** Whether a month belongs to the year and is over. @throws DomainError `month-outside-year`, `month-not-open` */
export function checkMonth(month: Month, fiscalYear: number, today: LocalDate): void {
  if (yearOf(month) !== fiscalYear) throw monthOutsideYear(month, fiscalYear);
  if (month >= today.slice(0, 7)) throw monthNotOpen(month);
}
