import { periodOf } from '../aggregation.js';
import type { Indicator, Period } from '../indicator.js';
import { isLocalDate, monthOfDate } from '../calendar/local-date.js';
import { type Month, monthNumber, monthOf, monthsBetween, yearOf } from '../calendar/month.js';
import { elapsedMonths, type Window } from '../calendar/window.js';

/** What decides in which months something is owed of an indicator. */
export type Owing = Pick<Indicator, 'comparator' | 'target' | 'aggregation' | 'dueMonth' | 'firstMonth' | 'endMonth'>;

const MONTHS: Readonly<Record<Period, number>> = { month: 1, quarter: 3, 'half-year': 6 };

/** Months of one period of an aggregation that judges each period on its own; 1 of any other. */
export const periodMonths = ({ aggregation }: Pick<Indicator, 'aggregation'>): number =>
  MONTHS[periodOf(aggregation) ?? 'month'];

/** Whether the month is the last of a period: March, June … of quarters, every month where each is judged on its own. */
export const endsPeriod = (month: Month, months: number): boolean => monthNumber(month) % months === 0;

/** The month of the day by which it has to be completed; null for what is no `by` target. */
const deadlineOf = ({ comparator, target }: Owing): Month | null =>
  comparator === 'by' && target !== null && isLocalDate(target) ? monthOfDate(target) : null;

/** Whether it ended before the month: it is asked for and counts up to its last month only (design, domain §7). */
export const hasEnded = ({ endMonth }: Pick<Indicator, 'endMonth'>, month: Month): boolean =>
  endMonth != null && month > endMonth;

/** Whether the month comes before the first that is asked for: it is neither owed nor entered. */
export const isBefore = ({ firstMonth }: Pick<Indicator, 'firstMonth'>, month: Month): boolean =>
  firstMonth != null && month < firstMonth;

/**
 * Whether an entry is owed for the month: for the last month of each quarter or half-year; for the month of a `by`
 * target's day; once a year for what is due once a year; never before its first month, nor after an indicator has ended.
 */
export function owesMonth(indicator: Owing, month: Month): boolean {
  if (isBefore(indicator, month) || hasEnded(indicator, month)) return false;
  const months = periodMonths(indicator);
  if (months > 1) return endsPeriod(month, months);
  const deadline = deadlineOf(indicator);
  if (deadline !== null) return month === deadline;
  return indicator.dueMonth == null || indicator.dueMonth === monthNumber(month);
}

/**
 * Whether the month is one of those in which something can be entered, owed or not: what is due once a year has its own
 * month; what has to be completed by a day may be completed in any, and months of a quarter add up.
 */
export const takesMonth = (indicator: Owing, month: Month): boolean =>
  !isBefore(indicator, month) &&
  !hasEnded(indicator, month) &&
  (indicator.comparator === 'by' || indicator.dueMonth == null || indicator.dueMonth === monthNumber(month));

/** Entries that should be there by the end of `asOf`. */
export function expectedEntries(indicator: Owing, asOf: Month, window: Window): number {
  const months = periodMonths(indicator);
  if (months === 1 && deadlineOf(indicator) === null && indicator.dueMonth == null) return elapsedMonths(window, asOf);
  if (months === 1) return isNotDue(indicator, asOf, window) ? 0 : 1;
  return duePeriods(window, asOf, months).length;
}

/** The last months of the periods that are over. A period that the window cuts off at its beginning counts with the rest. */
export const duePeriods = ({ first, last }: Window, asOf: Month, months: number): Month[] =>
  monthsBetween(first, asOf < last ? asOf : last).filter((month) => endsPeriod(month, months));

/** Whether all of it lies ahead: nothing is owed yet. What is due once is due with the last month of the window at the latest. */
export function isNotDue(indicator: Owing, asOf: Month, window: Window): boolean {
  if (asOf < window.first) return true;
  const months = periodMonths(indicator);
  if (months > 1) return duePeriods(window, asOf, months).length === 0;
  const deadline = deadlineOf(indicator);
  if (deadline !== null) return asOf < deadline;
  return indicator.dueMonth != null && monthNumber(asOf) < indicator.dueMonth && asOf < window.last;
}

/** Whether it ends before anything of it is due: before its first quarter is over, before its day or its own due month. */
export function endsUndue(indicator: Owing, { first, last }: Window): boolean {
  if (last < first) return true;
  const months = periodMonths(indicator);
  if (months > 1) return duePeriods({ first, last }, last, months).length === 0;
  if (indicator.endMonth == null) return false;
  const deadline = deadlineOf(indicator) ?? (indicator.dueMonth == null ? null : monthIn(indicator.dueMonth, first));
  return deadline !== null && indicator.endMonth < deadline;
}

const monthIn = (number: number, year: Month): Month => monthOf(yearOf(year), number);
