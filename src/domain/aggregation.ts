import type { Message } from './domain-error.js';
import type { EntryStatistics } from './entries/entry-statistics.js';
import { type Exact, exact } from './exact.js';
import type { Period } from './indicator.js';
import { wholeOf } from './share.js';

/** Where the value of the year can still go: `free` may end anywhere. Values are taken to be non-negative. */
type Course = 'total' | 'highest' | 'lowest' | 'mean' | 'share' | 'free';

/** All that is particular about one way in which approved months become one actual value A (design, domain §2). */
interface Traits {
  /** 汇总方式, as our own workbook and the doubts of an import say it. */
  readonly words: Message;
  /** How an explanation says it before the value: 累计. */
  readonly reached: Message;
  readonly actual: (statistics: EntryStatistics, unit: string | null) => Exact | null;
  readonly course: Course;
  /** What a month's entry consists of. */
  readonly entered: 'value' | 'ratio' | 'date';
  /** What is judged on its own, each against the whole target; null: the year. */
  readonly judgedBy: Period | null;
  /** The entries that scoring looks at beside their totals; only these are fetched. */
  readonly looksAt: 'totals' | 'last entry' | 'months';
  /** A month that nobody reported can still change the score. */
  readonly needsEveryMonth: boolean;
  /** One month's figure alone can miss a target that is all or nothing. */
  readonly oneMonthDecides: boolean;
}

const number = (text: string | null): Exact | null => (text === null ? null : exact(text));
const mean: Traits['actual'] = ({ sum, reported }) => number(sum)?.div(reported) ?? null;

const OF_YEAR = { course: 'free', entered: 'value', judgedBy: null, looksAt: 'totals' } as const;
/** The mean of what was reported stands for it where one value is shown. */
const OF_PERIODS = { ...OF_YEAR, looksAt: 'months', needsEveryMonth: true, actual: mean } as const;

const TRAITS = {
  sum: {
    ...OF_YEAR,
    words: { zh: '各月累加', en: 'the sum of the months' },
    reached: { zh: '累计', en: 'total' },
    actual: ({ sum }) => number(sum),
    course: 'total',
    needsEveryMonth: true,
    oneMonthDecides: false,
  },
  latest: {
    ...OF_YEAR,
    words: { zh: '取最近一次填报值', en: 'the last reported value' },
    reached: { zh: '最近一次', en: 'latest value' },
    actual: ({ latest }) => number(latest),
    looksAt: 'last entry',
    needsEveryMonth: false,
    oneMonthDecides: false,
  },
  average: {
    ...OF_YEAR,
    words: { zh: '取各月平均', en: 'the mean of the months' },
    reached: { zh: '月均', en: 'monthly mean' },
    actual: mean,
    course: 'mean',
    needsEveryMonth: false,
    oneMonthDecides: false,
  },
  max: {
    ...OF_YEAR,
    words: { zh: '取最高的月份', en: 'the highest month' },
    reached: { zh: '最差月份', en: 'worst month' },
    actual: ({ max }) => number(max),
    course: 'highest',
    needsEveryMonth: false,
    oneMonthDecides: true,
  },
  min: {
    ...OF_YEAR,
    words: { zh: '取最低的月份', en: 'the lowest month' },
    reached: { zh: '最差月份', en: 'worst month' },
    actual: ({ min }) => number(min),
    course: 'lowest',
    needsEveryMonth: false,
    oneMonthDecides: true,
  },
  ratio: {
    ...OF_YEAR,
    words: { zh: '累计分子 ÷ 累计分母', en: 'all cases met ÷ all cases' },
    reached: { zh: '累计比率', en: 'overall ratio' },
    // Cases over cases: the mean of monthly percentages would weigh a month with 2 letters like one with 200.
    actual: ({ numerators, denominators }, unit) => {
      const cases = number(denominators);
      return cases === null || cases.equals(0) ? null : (number(numerators)?.div(cases).mul(wholeOf(unit)) ?? null);
    },
    course: 'share',
    entered: 'ratio',
    needsEveryMonth: true,
    oneMonthDecides: true,
  },
  'each-month': {
    ...OF_PERIODS,
    words: { zh: '逐月判断', en: 'each month on its own' },
    reached: { zh: '月均', en: 'monthly mean' },
    judgedBy: 'month',
    oneMonthDecides: true,
  },
  'each-quarter': {
    ...OF_PERIODS,
    words: { zh: '逐季判断', en: 'each quarter on its own' },
    reached: { zh: '季均', en: 'quarterly mean' },
    judgedBy: 'quarter',
    oneMonthDecides: false,
  },
  'each-half-year': {
    ...OF_PERIODS,
    words: { zh: '逐半年判断', en: 'each half-year on its own' },
    reached: { zh: '半年均', en: 'half-yearly mean' },
    judgedBy: 'half-year',
    oneMonthDecides: false,
  },
  'completed-on': {
    ...OF_YEAR,
    words: { zh: '按完成日期', en: 'the day of completion' },
    reached: { zh: '', en: '' },
    actual: () => null,
    entered: 'date',
    looksAt: 'last entry',
    needsEveryMonth: false,
    oneMonthDecides: false,
  },
} as const satisfies Record<string, Traits>;

/** How months add up. null stands for it where the target is qualitative. */
export type Aggregation = keyof typeof TRAITS;

export const AGGREGATIONS = Object.keys(TRAITS) as Aggregation[];

export const traitsOf = (aggregation: Aggregation): Traits => TRAITS[aggregation];

/** Those with a trait, as SQL names them in a list: `'each-month', 'each-quarter'`. */
export const namesWhere = (has: (traits: Traits) => boolean): string =>
  AGGREGATIONS.filter((one) => has(traitsOf(one)))
    .map((name) => `'${name}'`)
    .join(', ');

/** The period of which each is judged on its own; null where the year is. */
export const periodOf = (aggregation: Aggregation | null): Period | null =>
  aggregation && traitsOf(aggregation).judgedBy;

export const isPerPeriod = (aggregation: Aggregation | null): boolean => periodOf(aggregation) !== null;

/** Whether months make one number for the year, so that a person may choose this way or another such. */
export const isOfYear = (aggregation: Aggregation): boolean =>
  periodOf(aggregation) === null && traitsOf(aggregation).entered !== 'date';

/** Where the value of the year can still go; null for qualitative targets. */
export const courseOf = ({ aggregation }: { readonly aggregation: Aggregation | null }): Course | null =>
  aggregation && traitsOf(aggregation).course;
