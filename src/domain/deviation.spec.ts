import { readPolicies } from '../policies/policies.js';
import { deviationOf } from './deviation.js';
import { statisticsOf } from './entry-statistics.js';
import type { Indicator, MonthlyEntry } from './indicator.js';
import { monthOf } from './month.js';

const policy = readPolicies().get('national-2020')!;
const COUNT: Indicator = {
  name: '组织会议次数',
  comparator: '>=',
  target: '60',
  targetUpper: null,
  unit: '次',
  rule: 'proportional',
  weight: '10',
  aggregation: 'sum',
};
const DIRECT: Indicator = { ...COUNT, rule: 'direct' };
const EXACTLY: Indicator = { ...DIRECT, comparator: '=', target: '5', aggregation: 'latest' };
const REPLIES: Indicator = { ...DIRECT, target: '100', unit: '%', aggregation: 'ratio' };
const QUALITY: Indicator = { ...COUNT, comparator: 'qualitative', target: null, aggregation: null, rule: null };

const deviation = (indicator: Indicator, months: readonly Omit<MonthlyEntry, 'month'>[]) => {
  const entries = months.map((entry, index) => ({ ...entry, month: monthOf(2026, index + 1) }));
  return deviationOf(indicator, statisticsOf(entries), monthOf(2026, months.length), policy);
};
const times = (count: number, value: string) => Array.from({ length: count }, () => ({ value }));

describe('an entry has to explain itself', () => {
  it.each([
    ['behind the pace of the year', COUNT, times(6, '4'), 'off-pace'],
    ['all or nothing, the year over and the target missed', DIRECT, times(12, '4'), 'direct-missed'],
    ['all or nothing, exceeded where it must be exact', EXACTLY, times(1, '6'), 'direct-missed'],
    ['one letter unanswered of all', REPLIES, [{ numerator: '9', denominator: '10' }], 'direct-missed'],
    ['a grade that is not achieved', QUALITY, [{ grade: 'partial', coefficient: '0.7' } as const], 'off-pace'],
  ])('%s', (_, indicator, months, code) => {
    expect(deviation(indicator, months)?.code).toBe(code);
  });

  it.each([
    ['on pace', COUNT, times(6, '5')],
    ['all or nothing, on pace and the year not over', DIRECT, times(6, '5')],
    ['not applicable', COUNT, [{ notApplicable: true }]],
    ['a ratio without cases', REPLIES, [{ numerator: '0', denominator: '0' }]],
    ['a grade that is achieved', QUALITY, [{ grade: 'achieved', coefficient: '0.9' } as const]],
  ])('but not: %s', (_, indicator, months) => {
    expect(deviation(indicator, months)).toBeNull();
  });

  it('and is told what is missing in figures', () => {
    expect(deviation(COUNT, times(6, '4'))?.message.zh).toBe('到 2026-06 完成 24，时序目标 30（进度 80%）');
  });
});
