import { duePeriods, type Owing, periodMonths } from '../entries/due.js';
import type { EntryStatistics } from '../entries/entry-statistics.js';
import { exact, type Exact, sum } from '../exact.js';
import { addMonths, type Month } from '../calendar/month.js';
import type { Window } from '../calendar/window.js';

/** What the months, quarters or half-years that are over add up to. */
export interface ReportedPeriods {
  /** By their last months, with the sum of what their months reported; open while the last one has no entry. */
  readonly reported: readonly { readonly month: Month; readonly value: Exact; readonly isOpen: boolean }[];
  /** Over, and nothing counts of them so far; what was declared not applicable as a whole is left out of both. */
  readonly silent: number;
}

/**
 * The periods that are over by `asOf`, each the sum of its months (design, domain §2 `each-quarter`). Months of a period
 * that goes on are not judged yet.
 * @param missing entries that should be there and are not; of months, each is a silent period
 */
export function reportedPeriods(
  indicator: Owing,
  { monthly, notApplicableMonths = [] }: EntryStatistics,
  asOf: Month,
  window: Window,
  missing: number,
): ReportedPeriods {
  const months = periodMonths(indicator);
  if (months === 1) {
    return {
      reported: monthly.map(({ month, value }) => ({ month, value: exact(value), isOpen: false })),
      silent: missing,
    };
  }
  const ends = duePeriods(window, asOf, months).map((month) => {
    const within = (one: Month): boolean => one <= month && one > addMonths(month, -months);
    return {
      month,
      values: monthly.filter((one) => within(one.month)).map(({ value }) => exact(value)),
      isExcused: notApplicableMonths.includes(month),
      isClosed: notApplicableMonths.includes(month) || monthly.some((one) => one.month === month),
    };
  });
  return {
    reported: ends.flatMap(({ month, values, isClosed }) =>
      values.length > 0 ? [{ month, value: sum(values), isOpen: !isClosed }] : [],
    ),
    silent: ends.filter(({ values, isExcused }) => values.length === 0 && !isExcused).length,
  };
}

/** Last months of the periods that are over and have no entry of their own. */
export function missingPeriods(
  indicator: Owing,
  { monthly, notApplicableMonths = [] }: EntryStatistics,
  asOf: Month,
  window: Window,
): number {
  const said = new Set([...monthly.map(({ month }) => month), ...notApplicableMonths]);
  return duePeriods(window, asOf, periodMonths(indicator)).filter((month) => !said.has(month)).length;
}
