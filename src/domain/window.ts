import { type Month, monthOf, monthNumber, yearOf } from './month.js';

/** The months in which a sheet's targets run, both included; a fiscal year unless the sheet says otherwise. */
export interface Window {
  readonly first: Month;
  readonly last: Month;
}

export const wholeYear = (year: number): Window => ({ first: monthOf(year, 1), last: monthOf(year, 12) });

/** Months of the window up to `asOf`. */
export function elapsedMonths({ first, last }: Window, asOf: Month): number {
  return asOf < first ? 0 : distance(first, asOf < last ? asOf : last);
}

export const lengthOf = ({ first, last }: Window): number => distance(first, last);

const distance = (first: Month, last: Month): number =>
  (yearOf(last) - yearOf(first)) * 12 + monthNumber(last) - monthNumber(first) + 1;

/** Months of the window up to `asOf` that should have an entry; what is due once a year is expected once, in its month. */
export function expectedMonths(dueMonth: number | null | undefined, asOf: Month, window: Window): number {
  if (dueMonth == null) return elapsedMonths(window, asOf);
  return isNotDue(dueMonth, asOf) ? 0 : 1;
}

/** Whether what is due once a year lies ahead: nothing is owed yet. */
export const isNotDue = (dueMonth: number | null | undefined, asOf: Month): boolean =>
  dueMonth != null && monthNumber(asOf) < dueMonth;
