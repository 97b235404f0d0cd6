import { courseOf, periodOf } from '../aggregation.js';
import { exact, type Exact, larger, ZERO } from '../exact.js';
import type { MonthlyEntry } from '../indicator.js';
import type { Month } from '../calendar/month.js';
import { monthsReported } from '../entries/first-month.js';
import type { Judgement } from '../scoring/judgement.js';
import { wholeOf } from '../share.js';
import type { Forecast } from './forecast.js';

/** When a ceiling is passed. */
export interface Breach {
  readonly month: Month;
  /** It happened in that month; otherwise it is forecast. */
  readonly passed: boolean;
}

/** Least needed in each open month; null where the target is reached, or where months do not add up to the year's. */
export function neededPerMonth(judgement: Judgement, open: number): Exact | null {
  const { indicator, target, actual, statistics } = judgement;
  if (target === null || open === 0 || target.comparator === '<=' || target.comparator === '<') return null;
  const goal = target.target;
  if (periodOf(indicator.aggregation) === 'month') return goal;
  const reached = actual ?? ZERO;
  if (reached.gte(goal)) return null;
  switch (courseOf(indicator)) {
    case 'total':
      return goal.sub(reached).div(open);
    case 'mean':
      return goal
        .mul(statistics.reported + open)
        .sub(exact(statistics.sum ?? '0'))
        .div(open);
    case 'share':
      return neededShare(judgement, goal, open);
    default:
      return null;
  }
}

/** 95 % of 90 cases so far and as many a month to come: how many of these, in per cent, must go well. */
function neededShare(judgement: Judgement, goal: Exact, open: number): Exact | null {
  const { indicator, statistics } = judgement;
  if (statistics.reported === 0) return null;
  const cases = exact(statistics.denominators ?? '0');
  const coming = cases.mul(open).div(monthsReported(judgement));
  if (coming.lte(ZERO)) return null;
  const needed = goal
    .div(wholeOf(indicator.unit))
    .mul(cases.add(coming))
    .sub(exact(statistics.numerators ?? '0'));
  return needed.div(coming).mul(wholeOf(indicator.unit));
}

/** Most that each open month may add; null where there is no ceiling, or it is passed. */
export function allowedPerMonth({ indicator, target, actual }: Judgement, open: number): Exact | null {
  const limit = target && ceilingOf(target);
  if (!limit || open === 0 || courseOf(indicator) !== 'total') return null;
  const left = limit.sub(actual ?? ZERO);
  return left.lt(ZERO) ? null : left.div(open);
}

/**
 * Where a ceiling was passed, or will be if the year goes on as forecast; null: not within the window.
 * @param entries those behind the value that was reached; without them, it was passed by the as-of month
 */
export function breachOf(
  { indicator, target, actual, asOf }: Judgement,
  expected: Forecast | null,
  entries: readonly MonthlyEntry[],
): Breach | null {
  const limit = target && ceilingOf(target);
  const course = courseOf(indicator);
  if (!limit || actual === null || (course !== 'total' && course !== 'highest')) return null;
  const isPassed = (value: Exact): boolean => value.gt(limit) || (target.comparator === '<' && value.equals(limit));
  if (isPassed(actual)) {
    const reached = course === 'total' ? (before: Exact, value: Exact) => before.add(value) : larger;
    return { month: monthWhere(isPassed, entries, reached) ?? asOf, passed: true };
  }
  const month = expected?.path.find(({ value }) => isPassed(value))?.month;
  return month ? { month, passed: false } : null;
}

/** The first month with which what was reached by then is so. */
function monthWhere(
  isSo: (value: Exact) => boolean,
  entries: readonly MonthlyEntry[],
  reached: (before: Exact, value: Exact) => Exact,
): Month | undefined {
  let total = ZERO;
  return entries
    .flatMap(({ month, value }) => (value == null ? [] : [{ month, value: exact(value) }]))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .find(({ value }) => {
      total = reached(total, value);
      return isSo(total);
    })?.month;
}

/** The number that must not be passed. */
const ceilingOf = ({ comparator, target, upper }: NonNullable<Judgement['target']>): Exact | null => {
  if (comparator === 'range') return upper;
  return comparator === '<=' || comparator === '<' ? target : null;
};
