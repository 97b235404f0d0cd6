import type { Month } from '@domain/calendar/month.js';
import { useSession } from '../api/session.js';
import { useAddress } from './use-address.js';
import { today } from '../api/clock.js';
import { monthsOf, type Period, periodOf, periodWithin, yearBefore } from './period.js';

/** What is looked at, and what else could be. */
export interface ChosenPeriod extends Period {
  /** Latest first. */
  readonly years: readonly number[];
  readonly months: readonly Month[];
  /** The year that ended lately, where another one is shown. */
  readonly before: number | null;
  readonly onYear: (year: number) => void;
  readonly onMonth: (month: Month) => void;
}

/** The year and month of a page, kept in the address. */
export function usePeriod(): ChosenPeriod {
  const { data: session } = useSession();
  const { asked, onYear, onMonth } = useAskedPeriod();
  const opensOn = session?.fiscalYear ?? Number(today().slice(0, 4));
  const { year, month } = periodOf(asked, opensOn, today());
  const years = [...new Set([...(session?.fiscalYears ?? []), year])].sort((a, b) => b - a);
  return { year, month, years, months: monthsOf(year), before: yearBefore(year, years, today()), onYear, onMonth };
}

/** The month of a page about something that belongs to one fiscal year. */
export function useMonthWithin(fiscalYear: number): Pick<ChosenPeriod, 'month' | 'months' | 'onMonth'> {
  const { asked, onMonth } = useAskedPeriod();
  return { month: periodWithin(fiscalYear, asked, today()).month, months: monthsOf(fiscalYear), onMonth };
}

function useAskedPeriod() {
  const { address, choose } = useAddress();
  return {
    asked: { year: address.get('year'), month: address.get('month') },
    onYear: (year: number): void => {
      choose({ year: String(year), month: undefined });
    },
    onMonth: (month: Month): void => {
      choose({ month, year: undefined });
    },
  };
}
