import { courseOf } from '../aggregation.js';
import { type Month, monthsBetween } from '../calendar/month.js';
import type { Window } from '../calendar/window.js';
import type { Indicator } from '../indicator.js';
import type { EntryStatistics } from './entry-statistics.js';

type TakenUp = Pick<Indicator, 'aggregation' | 'firstMonth'>;

/**
 * The first month of an indicator whose year begins with `first`. What is due once is due once, however late that is: in a month
 * of its own, or by a day that has passed by then (null). A day that lies ahead begins with the others.
 */
export function firstMonthOf(
  { comparator, target, dueMonth }: Pick<Indicator, 'comparator' | 'target' | 'dueMonth'>,
  first: Month,
): Month | null {
  if (comparator === 'by') return target !== null && target.slice(0, 7) >= first ? first : null;
  return dueMonth == null ? first : null;
}

const ADD_UP = ['total', 'share'];

/**
 * Whether the entry of the month holds what was done since the year began: it is the first that is asked for of something
 * that was taken up in the middle of its year, and counts (or numerators and denominators) add up.
 */
export const reachesBack = (indicator: TakenUp, month: Month): boolean =>
  indicator.firstMonth === month && ADD_UP.includes(courseOf(indicator) ?? '');

/**
 * The months that the entries of these months speak of.
 * @param window the sheet's, to whose beginning the first entry reaches back
 */
export const spokenOf = (indicator: TakenUp, months: readonly Month[], { first }: Window): Month[] =>
  months.flatMap((month) => (reachesBack(indicator, month) ? monthsBetween(first, month) : [month]));

interface Reported {
  readonly indicator: TakenUp;
  readonly statistics: EntryStatistics;
  readonly sheetWindow: Window;
}

/** How many months the entries so far speak of, the first of those that are asked for being among them. */
export function monthsReported({ indicator, statistics: { reported }, sheetWindow }: Reported): number {
  const { firstMonth } = indicator;
  if (reported === 0 || firstMonth == null) return reported;
  return reported - 1 + spokenOf(indicator, [firstMonth], sheetWindow).length;
}
