import { exact, fixed } from '../domain/exact.js';
import { type Month, monthNumber } from '../domain/calendar/month.js';

const DECEMBER = 12;
const ENOUGH_BY_YEARS_END = exact('0.9');
const MOST_BEHIND = exact('0.2');

/** How the money stands beside the time: null where there is no budget to compare with. */
export interface ExecutionStanding {
  /** Spent share of the budget, 4 decimals. */
  readonly rate: string | null;
  readonly overspent: boolean;
  /** More than 20 points behind the time that has passed. */
  readonly lagging: boolean;
  /** Too little was spent by the end of the year (design, domain §7): it has to be explained. */
  readonly needsReason: boolean;
}

export function executionStanding(month: Month, spent: string, budget: string | null): ExecutionStanding {
  if (budget === null || !exact(budget).gt(exact('0')))
    return { rate: null, overspent: false, lagging: false, needsReason: false };
  const rate = exact(spent).div(exact(budget));
  const elapsed = exact(String(monthNumber(month))).div(exact(String(DECEMBER)));
  return {
    rate: fixed(rate, 4),
    overspent: rate.gt(exact('1')),
    lagging: elapsed.sub(rate).gt(MOST_BEHIND),
    needsReason: monthNumber(month) === DECEMBER && rate.lt(ENOUGH_BY_YEARS_END),
  };
}
