import type { Message } from '../domain-error.js';
import { monthOfDate } from './local-date.js';
import { type Month, monthNumber, yearOf } from './month.js';
import type { LocalDate } from './working-days.js';

const ENGLISH = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** As people write it: `2026年10月`, `October 2026`. */
export const monthName = (month: Month): Message => ({
  zh: `${yearOf(month)}年${monthNumber(month)}月`,
  en: `${ENGLISH[monthNumber(month) - 1] ?? month} ${yearOf(month)}`,
});

/** A day as people write it: `2026年11月6日`, `6 November 2026`. */
export function dateName(date: LocalDate): Message {
  const month = monthName(monthOfDate(date));
  const day = Number(date.slice(8));
  return { zh: `${month.zh}${day}日`, en: `${day} ${month.en}` };
}
