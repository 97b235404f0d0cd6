import { DomainError, type Message } from '../domain-error.js';
import { exact, type Exact, larger, plain, rounded, ZERO } from '../exact.js';
import type { Indicator, MonthlyEntry } from '../indicator.js';
import { reachesBack } from './first-month.js';
import type { Month } from '../calendar/month.js';
import { wholeOf } from '../share.js';
import { monthName } from '../calendar/month-name.js';

/** What an entry, and what a month's spending may be asked before it counts. */
export const ENTRY_QUESTIONS = ['far-above-usual', 'beyond-target'] as const;
export const SPENDING_QUESTIONS = ['spent-falls', 'over-spend', 'cost-differs'] as const;
export type EntryQuestionCode = (typeof ENTRY_QUESTIONS)[number];
export type SpendingQuestionCode = (typeof SPENDING_QUESTIONS)[number];
export type QuestionCode = EntryQuestionCode | SpendingQuestionCode;

/** "Is this right?": nothing forbids the value, but it looks like a slip. Whoever enters it answers by the code. */
export interface Question<Code extends QuestionCode = QuestionCode> {
  readonly code: Code;
  readonly message: Message;
}

/** @returns `confirmation-required`, with the questions that are still open */
export const confirmationRequired = (open: readonly Question[]): DomainError =>
  new DomainError(
    'unfit',
    'confirmation-required',
    {
      zh: open.map(({ message }) => message.zh).join(''),
      en: open.map(({ message }) => message.en).join(' '),
    },
    open.map(({ code, message }) => ({ code, pointer: '/confirmed', message })),
  );

/** A value is far above the usual beyond this many times the largest other month. */
const FAR = 3;

type Asked = Pick<Indicator, 'comparator' | 'target' | 'targetUpper' | 'unit' | 'aggregation' | 'firstMonth'>;

/**
 * What to ask about a month's entry. Values are compared by their size, so that −300 beside −20 is asked about, too; of a
 * ratio it is the number of cases (denominator), for the percentage itself has its own rules.
 *
 * - `far-above-usual`: more than 3 × the largest other month; nothing to compare with (no month, or only zeros): not asked,
 *   nor is a first entry that holds several months.
 * - `beyond-target`: one month alone is more than the whole year's target, where months add up; more than 3 × the target,
 *   where each month is a level, a mean or judged for itself, for more than the target is common there; a ratio only where
 *   it has a ceiling. Where nothing at all is wanted (0 accidents), whatever happened is more.
 *
 * @param indicator with the target in force in the entry's month
 * @param others what was reported of the indicator's other months of the year, in any order
 */
export function entryQuestions(
  indicator: Asked,
  entry: MonthlyEntry,
  others: readonly MonthlyEntry[],
): Question<EntryQuestionCode>[] {
  const size = sizeOf(entry);
  if (entry.notApplicable || !size) return [];
  return [...farAboveUsual(indicator, entry.month, size, others), ...beyondTarget(indicator, entry)];
}

function farAboveUsual(
  indicator: Asked,
  month: Month,
  size: Exact,
  others: readonly MonthlyEntry[],
): Question<EntryQuestionCode>[] {
  if (reachesBack(indicator, month)) return [];
  const { unit, aggregation } = indicator;
  const known = others.flatMap((other) => {
    const its = other.notApplicable || other.month === month ? null : sizeOf(other);
    return its ? [{ month: other.month, size: its }] : [];
  });
  const largest = known.reduce<(typeof known)[number] | null>(
    (most, one) => (most && !one.size.gt(most.size) ? most : one),
    null,
  );
  if (!largest?.size.gt(ZERO) || !size.gt(largest.size.mul(FAR))) return [];
  const [said, usual] = [size, largest.size].map((number) => withUnit(number, aggregation === 'ratio' ? null : unit));
  const what = aggregation === 'ratio' ? { zh: '分母', en: 'The denominator' } : { zh: '填报值', en: 'The value' };
  return [
    {
      code: 'far-above-usual',
      message: {
        zh: `${what.zh} ${said} 超过其他月份最大值（${monthName(largest.month).zh}：${usual}）的 ${FAR} 倍，确认无误吗？`,
        en: `${what.en} ${said} is more than ${FAR} times the largest other month (${monthName(largest.month).en}: ${usual}). Is this right?`,
      },
    },
  ];
}

function beyondTarget(indicator: Asked, entry: MonthlyEntry): Question<EntryQuestionCode>[] {
  const { comparator, aggregation, unit, ...targets } = indicator;
  const top = comparator === 'range' ? targets.targetUpper : targets.target;
  if (comparator === 'qualitative' || comparator === 'by' || top === null) return [];
  const isCeiling = comparator !== '>=' && comparator !== '>';
  const reached = aggregation === 'ratio' ? isCeiling && shareOf(entry, unit) : sizeOf(entry);
  const target = exact(top);
  const addsUp = aggregation === 'sum';
  const since = reachesBack(indicator, entry.month);
  const isAsked = target.gt(ZERO) || (target.equals(ZERO) && isCeiling);
  if (!reached || !isAsked || !reached.gt(addsUp ? target : target.mul(FAR))) return [];
  const [said, wanted] = [withUnit(rounded(reached, 2), unit), withUnit(target, unit)];
  return [
    {
      code: 'beyond-target',
      message: addsUp
        ? {
            zh: `${since ? '1月以来' : '一个月'}的 ${said} 已超过全年目标 ${wanted}，确认无误吗？`,
            en: `${said} ${since ? 'since January' : 'in one month'} is more than the whole year’s target of ${wanted}. Is this right?`,
          }
        : {
            zh: `填报值 ${said} 超过目标 ${wanted} 的 ${FAR} 倍，确认无误吗？`,
            en: `The value ${said} is more than ${FAR} times the target of ${wanted}. Is this right?`,
          },
    },
  ];
}

function sizeOf({ value, denominator }: MonthlyEntry): Exact | null {
  const said = value ?? denominator;
  return said == null ? null : sizeOfNumber(exact(said));
}

/** The month's cases alone, in the unit of the target; null where there were none. */
function shareOf({ numerator, denominator }: MonthlyEntry, unit: string | null): Exact | null {
  if (numerator == null || denominator == null || exact(denominator).equals(ZERO)) return null;
  return exact(numerator).mul(wholeOf(unit)).div(exact(denominator));
}

const sizeOfNumber = (number: Exact): Exact => (number.lt(ZERO) ? ZERO.sub(number) : number);

const withUnit = (number: Exact, unit: string | null): string => `${plain(number)}${unit ? ` ${unit}` : ''}`;

/** Spent from January to a month, in 万元 as decimal strings, and what it is compared with. */
export interface Spending {
  readonly month: Month;
  readonly spent: string;
  /** As adjusted by then; null: there is none. */
  readonly budget: string | null;
  /** The same figure of the year's other months, in any order. */
  readonly others: readonly { readonly month: Month; readonly spent: string }[];
  /** What the sheet's cost indicators (成本指标) in 万元 report up to the month; null where none does. */
  readonly costs: { readonly reported: string; readonly target: string } | null;
}

/** Reported costs and spending may lie apart by this share of the spending: bills are paid later than costs arise. */
const COSTS_APART = exact('0.1');

/**
 * What to ask about a month's spending.
 *
 * - `spent-falls`: it counts from January, so it cannot be less than an earlier month's, nor more than a later one's.
 * - `over-spend`: more than the budget.
 * - `cost-differs`: the cost indicators say something else. They may cover a part of the money only, so together they must
 *   not be more than was spent; where their targets make up the whole budget, neither much less. A tenth is let pass.
 */
export function spendingQuestions({ month, spent, budget, others, costs }: Spending): Question<SpendingQuestionCode>[] {
  const figure = exact(spent);
  const against = others.find((other) =>
    other.month < month ? exact(other.spent).gt(figure) : other.month > month && exact(other.spent).lt(figure),
  );
  const falls: Message | null = against
    ? {
        zh: `截至${monthName(month).zh}的累计执行数 ${spent} 万元与${monthName(against.month).zh}的 ${against.spent} 万元矛盾：累计数不应减少，确认无误吗？`,
        en: `${spent} 万元 spent by ${monthName(month).en} contradicts ${against.spent} 万元 by ${monthName(against.month).en}: a figure counted from January does not fall. Is this right?`,
      }
    : null;
  const over: Message | null =
    budget !== null && figure.gt(exact(budget))
      ? {
          zh: `累计执行数 ${spent} 万元超过预算 ${budget} 万元，确认无误吗？`,
          en: `${spent} 万元 is more than the budget of ${budget} 万元. Is this right?`,
        }
      : null;
  const asked: [SpendingQuestionCode, Message | null][] = [
    ['spent-falls', falls],
    ['over-spend', over],
    ['cost-differs', costs && costsDiffer(figure, budget, costs)],
  ];
  return asked.flatMap(([code, message]) => (message ? [{ code, message }] : []));
}

function costsDiffer(spent: Exact, budget: string | null, costs: NonNullable<Spending['costs']>): Message | null {
  const reported = exact(costs.reported);
  const whole = budget !== null && exact(costs.target).gte(exact(budget));
  const gap = reported.sub(spent);
  const tolerated = larger(spent, reported).mul(COSTS_APART);
  const differs = gap.gt(tolerated) || (whole && ZERO.sub(gap).gt(tolerated));
  if (!differs) return null;
  return {
    zh: `成本指标累计 ${costs.reported} 万元，与累计执行数 ${plain(spent)} 万元不一致，确认无误吗？`,
    en: `The cost indicators report ${costs.reported} 万元, but ${plain(spent)} 万元 is spent. Is this right?`,
  };
}
