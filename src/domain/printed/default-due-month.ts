import type { Comparator, Period } from '../indicator.js';
import { monthOfDate } from '../calendar/local-date.js';
import { monthNumber } from '../calendar/month.js';

const DECEMBER = 12;

/** What is known of an indicator from the printed table. */
interface PrintedIndicator {
  readonly name: string;
  readonly comparator: Comparator;
  /** Of a `by` target the day, `YYYY-MM-DD`. */
  readonly target: string | null;
  readonly per: Period | null;
}

/**
 * Month in which an indicator is due where it is due once a year: grades and surveys, by default in December; what has
 * to be completed by a day in the month of the day (design, domain §5). null: an entry is due every month, or with the
 * end of every quarter or half-year.
 */
export function defaultDueMonth({ name, comparator, target, per }: PrintedIndicator): number | null {
  if (comparator === 'by') return target === null ? null : monthNumber(monthOfDate(target));
  if (per !== null) return null;
  return comparator === 'qualitative' || name.includes('满意') ? DECEMBER : null;
}
