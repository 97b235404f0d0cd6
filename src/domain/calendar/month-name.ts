import type { Message } from '../domain-error.js';
import { type Month, monthNumber, yearOf } from './month.js';

const ENGLISH = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** As people write it: `2026年10月`, `October 2026`. */
export const monthName = (month: Month): Message => ({
  zh: `${yearOf(month)}年${monthNumber(month)}月`,
  en: `${ENGLISH[monthNumber(month) - 1] ?? month} ${yearOf(month)}`,
});
