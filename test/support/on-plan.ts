import fc from 'fast-check';
import { endsPeriod, periodMonths } from '../../src/domain/entries/due.js';
import { exact, type Exact, plain, roundedDown, roundedUp } from '../../src/domain/exact.js';
import { isPerPeriod } from '../../src/domain/aggregation.js';
import { type Indicator, type MonthlyEntry, RULES } from '../../src/domain/indicator.js';
import { type Month, monthNumber, monthsBetween, monthOf } from '../../src/domain/calendar/month.js';
import { wholeOf } from '../../src/domain/share.js';
import type { Window } from '../../src/domain/calendar/window.js';

/*
 * Sheets that run exactly as planned: every sum stands at T × m ÷ n after m of n months, money at budget × m ÷ n, all else
 * at its target, and what is due later is not reported yet. Whoever is on plan must read so, in every month.
 */

/** An indicator and what is reported of it, month by month. */
export interface OnPlan {
  readonly indicator: Indicator;
  readonly entries: readonly MonthlyEntry[];
}

const PLACES = 6; // as many as an entry may have
const decimal = (min: number, max: number, places: number): fc.Arbitrary<string> =>
  fc.integer({ min: min * 10 ** places, max: max * 10 ** places }).map((units) => {
    const digits = String(units).padStart(places + 1, '0');
    return plain(exact(places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`));
  });

export const someWindow: fc.Arbitrary<Window> = fc
  .integer({ min: 3, max: 12 })
  .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 1, max: 13 - length })))
  .map(([length, first]) => ({ first: monthOf(2026, first), last: monthOf(2026, first + length - 1) }));

const NUMERIC = ['>=', '>', '=', '<', '<=', 'range'] as const;
const COUNTED = ['sum', 'latest', 'average', 'max', 'min', 'ratio', 'each-month'] as const;
const PERIODS = ['each-quarter', 'each-half-year'] as const;

const printed = fc.record({
  comparator: fc.constantFrom(...NUMERIC),
  target: fc.oneof(decimal(1, 2000, 0), decimal(1, 90, 2)),
  rule: fc.constantFrom(...RULES, null),
  weight: decimal(1, 30, 2),
});

/** What stands at the target; strict comparisons ask for a little more, or less. */
function goalOf({ comparator, target }: Pick<Indicator, 'comparator' | 'target'>): Exact {
  const number = exact(target ?? '0');
  if (comparator === '>') return number.mul(exact('1.01'));
  return comparator === '<' ? number.mul(exact('0.99')) : number;
}

/** The share of a total after so many months, rounded to the side on which nobody is behind. */
function share(total: Exact, month: number, months: number, isCeiling: boolean): Exact {
  const part = total.mul(month).div(months);
  return isCeiling ? roundedDown(part, PLACES) : roundedUp(part, PLACES);
}

const isCeiling = ({ comparator }: Pick<Indicator, 'comparator'>): boolean => comparator === '<' || comparator === '<=';

function entriesOf(indicator: Indicator, window: Window): MonthlyEntry[] {
  const months = monthsBetween(window.first, window.last);
  const goal = goalOf(indicator);
  const { aggregation, dueMonth } = indicator;
  if (dueMonth != null) return entriesAtTarget(indicator, goal, [dueIn(dueMonth, window)]);
  if (periodMonths(indicator) > 1) return entriesOfPeriods(indicator, goal, months);
  if (aggregation !== 'sum') return entriesAtTarget(indicator, goal, months);
  return months.map((month, place) => {
    const [before, now] = [place, place + 1].map((count) => share(goal, count, months.length, isCeiling(indicator)));
    return { month, value: plain(now!.sub(before!)) };
  });
}

const dueIn = (dueMonth: number, { first, last }: Window): Month =>
  monthsBetween(first, last).find((month) => monthNumber(month) >= dueMonth) ?? last;

/** Each period reaches its target with its last month; of one that the window cuts off at its end nothing is there yet. */
function entriesOfPeriods(indicator: Indicator, goal: Exact, months: readonly Month[]): MonthlyEntry[] {
  const span = periodMonths(indicator);
  const last = months.findLast((month) => endsPeriod(month, span)) ?? '';
  return months
    .filter((month) => month <= last)
    .map((month) => ({ month, value: endsPeriod(month, span) ? plain(goal) : '0' }));
}

const entriesAtTarget = ({ aggregation, unit }: Indicator, goal: Exact, months: readonly Month[]): MonthlyEntry[] =>
  months.map((month) =>
    aggregation === 'ratio'
      ? { month, numerator: plain(goal.mul(10)), denominator: plain(wholeOf(unit).mul(10)) }
      : { month, value: plain(goal) },
  );

const numeric = (window: Window): fc.Arbitrary<OnPlan> =>
  fc
    .tuple(
      printed,
      fc.constantFrom(...COUNTED, ...PERIODS),
      fc.option(fc.integer({ min: 1, max: 12 }), { freq: 3 }),
      fc.boolean(),
      fc.constantFrom('%', '‰'),
    )
    .map(([shape, aggregation, dueMonth, planned, share]) => {
      const indicator: Indicator = {
        ...shape,
        name: '指标',
        unit: aggregation === 'ratio' ? share : '次',
        targetUpper: shape.comparator === 'range' ? plain(exact(shape.target).add(exact('7.25'))) : null,
        aggregation,
        dueMonth: isPerPeriod(aggregation) ? null : dueMonth,
      };
      const milestones = planned && shape.comparator === '>=' ? milestonesOf(indicator, window) : [];
      return { indicator: { ...indicator, milestones }, entries: entriesOf(indicator, window) };
    });

/** A plan in step with time, of sums alone: half-way and in the end. */
function milestonesOf({ aggregation, target, dueMonth }: Indicator, { first, last }: Window) {
  if (aggregation !== 'sum' || dueMonth != null) return [];
  const months = monthsBetween(first, last);
  const half = Math.ceil(months.length / 2);
  const goal = exact(target ?? '0');
  return [half, months.length].map((count) => ({
    month: months[count - 1]!,
    target: plain(roundedDown(goal.mul(count).div(months.length), PLACES)),
  }));
}

const graded = (window: Window): fc.Arbitrary<OnPlan> =>
  fc
    .tuple(decimal(1, 30, 2), fc.option(fc.integer({ min: 1, max: 12 })), fc.constantFrom(...RULES, null))
    .map(([weight, dueMonth, rule]) => {
      const months = dueMonth === null ? monthsBetween(window.first, window.last) : [dueIn(dueMonth, window)];
      const text = {
        name: '服务水平',
        comparator: 'qualitative',
        target: null,
        targetUpper: null,
        unit: null,
      } as const;
      return {
        indicator: { ...text, weight, rule, aggregation: null, dueMonth },
        entries: months.map((month) => ({ month, grade: 'achieved', coefficient: '1' })),
      };
    });

/** Completed in the month of its day at the latest, and not reported before. */
const completed = (window: Window): fc.Arbitrary<OnPlan> => {
  const month = fc.constantFrom(...monthsBetween(window.first, window.last));
  return fc
    .tuple(month, month, decimal(1, 30, 2), fc.constantFrom(...RULES, null), fc.integer({ min: 1, max: 28 }))
    .map(([one, other, weight, rule, day]) => {
      const [done, due] = [one, other].sort() as [Month, Month];
      const at = (of: Month) => `${of}-${String(day).padStart(2, '0')}`;
      const shape = { name: '完工时间', comparator: 'by', targetUpper: null, unit: null } as const;
      return {
        indicator: { ...shape, target: at(due), weight, rule, aggregation: 'completed-on' },
        entries: [{ month: done, completedOn: at(done) }],
      };
    });
};

const notApplicable = (window: Window): fc.Arbitrary<OnPlan> =>
  numeric(window).map(({ indicator }) => ({
    indicator,
    entries: monthsBetween(window.first, window.last).map((month) => ({ month, notApplicable: true })),
  }));

export const someOnPlan = (window: Window): fc.Arbitrary<OnPlan> =>
  fc.oneof(
    { weight: 8, arbitrary: numeric(window) },
    { weight: 2, arbitrary: graded(window) },
    { weight: 2, arbitrary: completed(window) },
    { weight: 1, arbitrary: notApplicable(window) },
  );

/** Money spent by each month, in step with time; null: nobody keeps figures. */
export const someSpending = (window: Window): fc.Arbitrary<{ budget: string; spent: string[] } | null> =>
  fc.option(
    decimal(1, 5000, 2).map((budget) => {
      const months = monthsBetween(window.first, window.last).length;
      const spent = Array.from({ length: months }, (_, place) => plain(share(exact(budget), place + 1, months, false)));
      return { budget, spent };
    }),
    { freq: 6 },
  );

/** E: points for execution. */
export const someExecutionWeight: fc.Arbitrary<string> = decimal(0, 20, 1);
