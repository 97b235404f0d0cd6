import { statisticsOf } from '../../src/domain/entries/entry-statistics.js';
import type { Indicator, MonthlyEntry } from '../../src/domain/indicator.js';
import { monthOf } from '../../src/domain/calendar/month.js';
import { judge, type Judgement } from '../../src/domain/scoring/judgement.js';
import type { Window } from '../../src/domain/calendar/window.js';
import { readPolicies } from '../../src/policies/policies.js';

export const POLICIES = readPolicies();
export const NATIONAL = POLICIES.get('national-2020')!;
export const STRICT = POLICIES.get('local-strict')!;

/** At least 60 times a year, in proportion, for 10 points. */
export const COUNT: Indicator = {
  name: '组织会议次数',
  comparator: '>=',
  target: '60',
  targetUpper: null,
  unit: '次',
  rule: 'proportional',
  weight: '10',
  aggregation: 'sum',
};
export const DIRECT: Indicator = { ...COUNT, rule: 'direct' };
export const CEILING: Indicator = { ...COUNT, comparator: '<=', name: '印发文件数' };
export const SLOWEST: Indicator = { ...CEILING, target: '6', unit: '天', aggregation: 'max' };
export const LEVEL: Indicator = { ...COUNT, target: '5', unit: '个', aggregation: 'latest' };
export const MEAN: Indicator = { ...COUNT, aggregation: 'average', target: '5' };
export const MONTHLY: Indicator = { ...DIRECT, target: '4', aggregation: 'each-month', unit: '篇' };
export const REPLIES: Indicator = { ...DIRECT, target: '100', unit: '%', aggregation: 'ratio' };
/** Completed by the end of September. */
export const DEADLINE: Indicator = {
  ...COUNT,
  name: '主体工程完工时间',
  comparator: 'by',
  target: '2026-09-30',
  unit: null,
  aggregation: 'completed-on',
};
export const QUALITY: Indicator = {
  ...COUNT,
  comparator: 'qualitative',
  target: null,
  unit: null,
  aggregation: null,
  rule: 'graded',
  dueMonth: 12,
};

/** What a month says: `"5"` a value, `"9/10"` cases, `"achieved 0.9"` a grade, `"n/a"`; null: nothing was reported. */
export function entriesOf(months: readonly (string | null)[]): MonthlyEntry[] {
  return months.flatMap((text, place) => (text === null ? [] : [{ month: monthOf(2026, place + 1), ...said(text) }]));
}

function said(text: string): Omit<MonthlyEntry, 'month'> {
  if (text === 'n/a') return { notApplicable: true };
  const [numerator, denominator] = text.split('/');
  if (denominator) return { numerator, denominator };
  const [grade, coefficient] = text.split(' ');
  return coefficient ? { grade: grade as 'achieved', coefficient } : { value: text };
}

/** The months from January on; as of the last of them unless told otherwise. */
export function judged(
  indicator: Indicator,
  months: readonly (string | null)[],
  {
    asOf = months.length,
    policy = NATIONAL,
    window,
  }: { asOf?: number; policy?: typeof NATIONAL; window?: Window } = {},
): Judgement {
  return judge(
    { indicator, statistics: statisticsOf(entriesOf(months)) },
    monthOf(2026, Math.max(1, asOf)),
    policy,
    window,
  );
}

export const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

export const unreported = (count: number): null[] => Array.from({ length: count }, () => null);
