/** A calendar month as `YYYY-MM`, such as `2026-10`. Plain text order is time order. */
export type Month = string;

/** Three centuries: nobody means another, and after 9999 text order is no time order any more. */
const PATTERN = /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/;

export function isMonth(text: string): boolean {
  return PATTERN.test(text);
}

/** `monthOf(2026, 3)` is `2026-03`; month numbers outside 1–12 carry into the neighbouring years. */
export function monthOf(year: number, month: number): Month {
  const index = year * 12 + month - 1;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

/** 1 for January … 12 for December. */
export function monthNumber(month: Month): number {
  return Number(month.slice(5));
}

export function addMonths(month: Month, count: number): Month {
  return monthOf(yearOf(month), monthNumber(month) + count);
}

/** All months from `first` to `last`, both included; none when `last` lies before `first`. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The month as of which a fiscal year is looked at today: the last one that is over, within that year. */
export function currentAsOf(fiscalYear: number, today: string): Month {
  const lastOver = addMonths(today.slice(0, 7), -1);
  const [first, last] = [monthOf(fiscalYear, 1), monthOf(fiscalYear, 12)];
  if (lastOver < first) return first;
  return lastOver > last ? last : lastOver;
}
