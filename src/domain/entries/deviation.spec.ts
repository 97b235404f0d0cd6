import { readPolicies } from '../../policies/policies.js';
import { deviationOf } from './deviation.js';
import { statisticsOf } from './entry-statistics.js';
import type { Indicator, MonthlyEntry } from '../indicator.js';
import { monthOf } from '../calendar/month.js';

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
const DAY: Indicator = { ...COUNT, comparator: 'by', target: '2026-01-31', unit: null, aggregation: 'completed-on' };
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

  it.each<[string, Indicator, Omit<MonthlyEntry, 'month'>[], string]>([
    [
      'a day that was missed',
      DAY,
      [{}, {}, { completedOn: '2026-03-20' }].filter((entry) => 'completedOn' in entry),
      '应于 2026-01-31 前完成，实际于 2026-03-20 完成，晚 48 天',
    ],
    [
      'an accident where none may happen',
      { ...COUNT, comparator: '=', target: '0', unit: '起' },
      [{ value: '2' }],
      '到 2026-01 累计完成 2 起，时序进度 0.00%（截至1月应达到 0 起）',
    ],
    [
      'the same, all or nothing',
      { ...DIRECT, comparator: '=', target: '0', unit: '起' },
      [{ value: '2' }],
      '目标为 = 0 起，目前为 2 起，未满足，直接赋分的指标将不得分',
    ],
    [
      'a quarter',
      { ...COUNT, target: '4', aggregation: 'each-quarter' },
      times(3, '1'),
      '到 2026-03 季均完成 3 次，时序进度 75.00%（每季度应不少于 4 次）',
    ],
    [
      'a share in thousandths',
      { ...REPLIES, comparator: '<=', target: '3', unit: '‰' },
      [{ numerator: '4', denominator: '1000' }],
      '目标为 ≤ 3 ‰，目前为 4 ‰，未满足，直接赋分的指标将不得分',
    ],
  ])('and is told in figures what is wrong with %s', (_, indicator, months, expected) => {
    const { zh, en } = deviation(indicator, months)!.message;
    expect(zh).toBe(expected);
    expect(en).not.toMatch(/[\u4e00-\u9fff]{3}/);
  });

  it('and is told what is missing in figures', () => {
    expect(deviation(COUNT, times(6, '4'))?.message.zh).toBe(
      '到 2026-06 累计完成 24 次，时序进度 80.00%（截至6月应不少于 30 次）',
    );
  });
});
