import { readPolicies } from '../../policies/policies.js';
import { statisticsOf } from '../entries/entry-statistics.js';
import type { Indicator, MonthlyEntry } from '../indicator.js';
import { explain } from './explain.js';
import { scoreIndicator } from './indicator-score.js';

const policies = readPolicies();
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
const QUALITY: Indicator = { ...COUNT, comparator: 'qualitative', target: null, unit: null, aggregation: null };

interface Case {
  readonly what: string;
  readonly indicator?: Partial<Indicator>;
  readonly entries: readonly MonthlyEntry[];
  readonly asOf?: string;
  readonly policy?: string;
  readonly numbers: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'a count: target, total, months, completion, arithmetic, loss',
    entries: [
      { month: '2026-01', value: '20' },
      { month: '2026-02', value: '21' },
    ],
    numbers: ['60', '41', '2', '68.33%', '10 × 0.683333 = 6.83', '3.17'],
  },
  {
    what: 'a ratio: both sums',
    indicator: { aggregation: 'ratio', unit: '%', target: '95' },
    entries: [
      { month: '2026-01', numerator: '9', denominator: '10' },
      { month: '2026-02', numerator: '3', denominator: '7' },
    ],
    numbers: ['95', '12 ÷ 17', '70.5882', '74.30%', '10 × 0.743034 = 7.43', '2.57'],
  },
  {
    what: 'each month on its own: reported and missing',
    indicator: { aggregation: 'each-month', target: '4', unit: '篇' },
    entries: [
      { month: '2026-01', value: '4' },
      { month: '2026-02', value: '2' },
    ],
    asOf: '2026-03',
    numbers: ['4', '2', '1', '50.00%', '10 × 0.5 = 5.00', '5'],
  },
  {
    what: 'a range: both bounds',
    indicator: { comparator: 'range', target: '3', targetUpper: '5', rule: 'direct' },
    entries: [{ month: '2026-01', value: '7' }],
    asOf: '2026-01',
    numbers: ['3 – 5', '7', '71.43%', '10 × 0 = 0.00', '10'],
  },
  {
    what: 'a deduction',
    entries: [{ month: '2026-01', value: '90' }],
    asOf: '2026-01',
    policy: 'local-strict',
    numbers: ['60', '90', '100.00%', '10 × 1 − 2 = 8.00', '2'],
  },
  {
    what: 'a quality: its coefficient',
    indicator: QUALITY,
    entries: [{ month: '2026-12', grade: 'partial', coefficient: '0.75' }],
    asOf: '2026-12',
    numbers: ['0.75', '10 × 0.75 = 7.50', '2.5'],
  },
];

const scored = ({ indicator, entries, asOf = '2026-02', policy = 'national-2020' }: Omit<Case, 'what' | 'numbers'>) =>
  scoreIndicator({ ...COUNT, ...indicator }, statisticsOf(entries), asOf, policies.get(policy)!);

describe('the sentence that explains a score', () => {
  it.each(CASES)('has every number of $what, in both languages', ({ numbers, ...given }) => {
    const score = scored(given);
    for (const language of ['zh', 'en'] as const) {
      const sentence = explain(score, language);
      for (const number of numbers) expect(sentence).toContain(number);
      expect(sentence).toContain(score.score);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it.each([
    [
      'zh',
      '目标 ≥ 60 次；累计完成 41 次（已报 2 个月）；完成比例 68.33%；按照完成比例赋分：10 × 0.683333 = 6.83 分；尚未到期 3.17 分。',
    ],
    [
      'en',
      'Target ≥ 60 次; total 41 次 (2 month(s) reported); completion 68.33%; in proportion to completion: 10 × 0.683333 = 6.83 points; 3.17 points not due yet.',
    ],
  ] as const)('reads in %s: %s', (language, sentence) => {
    expect(explain(scored(CASES[0]!), language)).toBe(sentence);
  });

  it.each([
    ['nothing was reported', { entries: [] }, '尚无核定数', 'nothing approved'],
    ['it is not due', { entries: [], indicator: { dueMonth: 12 } }, '尚未到期', 'not due yet'],
    ['it does not apply', { entries: [{ month: '2026-01', notApplicable: true }] }, '不适用', 'not applicable'],
    ['months are missing', { entries: [{ month: '2026-01', value: '1' }] }, '缺报 1 个月', '1 month(s) missing'],
    ['no rule is printed', { entries: [], indicator: { rule: null } }, '文件未载明', 'prints no rule'],
    ['it is a commitment', { entries: [], indicator: { weight: '0' } }, '承诺事项', 'commitment'],
  ])('says that %s', (_, given, zh, en) => {
    const score = scored(given);
    expect([explain(score, 'zh'), explain(score, 'en')]).toEqual([
      expect.stringContaining(zh),
      expect.stringContaining(en),
    ]);
  });
});
