import type { Message } from '../domain-error.js';
import { type Month, monthNumber, yearOf } from './month.js';
import type { LocalDate } from './working-days.js';
import { monthName } from './month-name.js';

/**
 * The fiscal year that pages open on: a year does not end in December, so until 31 January it is the old one, unless its
 * December is closed already.
 */
export function openingYear(today: LocalDate, isDecemberClosed: boolean): number {
  const month = today.slice(0, 7);
  return monthNumber(month) === 1 && !isDecemberClosed ? yearOf(month) - 1 : yearOf(month);
}

/** What is wrong with a month of another year. */
export const outsideYear = (month: Month, fiscalYear: number): Message => ({
  zh: `${monthName(month).zh}不在 ${fiscalYear} 年度内。`,
  en: `${monthName(month).en} lies outside fiscal year ${fiscalYear}.`,
});
