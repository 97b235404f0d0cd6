import type { Message } from '../../domain/domain-error.js';
import { monthOfDate } from '../../domain/calendar/local-date.js';
import { yearOf } from '../../domain/calendar/month.js';

/** What is wrong with the day of a `by` target that no month of its sheet's year could meet; null: nothing. */
export function dayOutsideYear(name: string, day: string | null, fiscalYear: number): Message | null {
  if (day === null || yearOf(monthOfDate(day)) === fiscalYear) return null;
  return {
    zh: `“${name}”的期限 ${day} 不在 ${fiscalYear} 年度内，请核对年份。`,
    en: `The day ${day} of “${name}” lies outside ${fiscalYear}; check its year.`,
  };
}
