import { currentAsOf, isMonth, type Month, monthOf, monthsBetween, yearOf } from '@domain/calendar/month.js';
import type { LocalDate } from '@domain/calendar/working-days.js';

/** What a page looks at: a fiscal year as of one of its months. */
export interface Period {
  readonly year: number;
  readonly month: Month;
}

/** As it stands in the address: `?month=2026-10`, or `?year=2026` for the month as of which that year stands today. */
export interface AskedPeriod {
  readonly year: string | null;
  readonly month: string | null;
}

const YEAR = /^(19|20|21)\d\d$/;

/** @param opensOn the year that is shown where none is asked for */
export function periodOf({ year, month }: AskedPeriod, opensOn: number, today: LocalDate): Period {
  if (month !== null && isMonth(month)) return { year: yearOf(month), month };
  const shown = year !== null && YEAR.test(year) ? Number(year) : opensOn;
  return { year: shown, month: currentAsOf(shown, today) };
}

/** As `periodOf`, for what belongs to one year: a month of another one is not its month. */
export function periodWithin(fiscalYear: number, asked: AskedPeriod, today: LocalDate): Period {
  const period = periodOf(asked, fiscalYear, today);
  return period.year === fiscalYear ? period : { year: fiscalYear, month: currentAsOf(fiscalYear, today) };
}

export const monthsOf = (year: number): Month[] => monthsBetween(monthOf(year, 1), monthOf(year, 12));

/** Only what is over can be entered. */
export const isEnded = (month: Month, today: LocalDate): boolean => month < today.slice(0, 7);

/** How long people still look for the year that has just ended. */
const QUARTER = 3;

/** The year that ended lately and is not the one that is shown: the way back to it; null: there is none. */
export function yearBefore(year: number, years: readonly number[], today: LocalDate): number | null {
  const isLately = today < `${year}-${String(QUARTER + 1).padStart(2, '0')}`;
  return isLately && years.includes(year - 1) ? year - 1 : null;
}
