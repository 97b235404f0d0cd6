import { type Month, monthOf, monthNumber, yearOf } from './month.js';

/** The months in which a sheet's targets run, both included; a fiscal year unless the sheet says otherwise. */
export interface Window {
  readonly first: Month;
  readonly last: Month;
}

export const wholeYear = (year: number): Window => ({ first: monthOf(year, 1), last: monthOf(year, 12) });

/** The part of the window in which something counts that ends with a month; null: all of it. */
export const endingWith = ({ first, last }: Window, end: Month | null | undefined): Window => ({
  first,
  last: end != null && end < last ? end : last,
});

/** The part of the window in which something counts that is asked for from a month on; null: all of it. */
export const beginningWith = ({ first, last }: Window, begin: Month | null | undefined): Window => ({
  first: begin != null && begin > first ? begin : first,
  last,
});

/** Months of the window up to `asOf`. */
export function elapsedMonths({ first, last }: Window, asOf: Month): number {
  return Math.max(0, distance(first, asOf < last ? asOf : last));
}

export const lengthOf = ({ first, last }: Window): number => distance(first, last);

const distance = (first: Month, last: Month): number =>
  (yearOf(last) - yearOf(first)) * 12 + monthNumber(last) - monthNumber(first) + 1;
