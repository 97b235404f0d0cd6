import { readPolicies } from '../../policies/policies.js';
import { checkEntry, entryKind } from './entry-rules.js';
import type { Indicator } from '../indicator.js';

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
const RATIO: Indicator = { ...COUNT, name: '信件回复率', unit: '%', target: '95', aggregation: 'ratio' };
const GROWTH: Indicator = { ...RATIO, name: '增长率', target: '110' };
const QUALITY: Indicator = { ...COUNT, comparator: 'qualitative', target: null, aggregation: null };

const problems = (indicator: Indicator, entry: object, policy = 'national-2020'): string[] =>
  checkEntry(indicator, { month: '2026-10', ...entry }, policies.get(policy)!).map(
    ({ code, pointer }) => `${pointer} ${code}`,
  );

describe('what an entry consists of', () => {
  it.each([
    [COUNT, 'value'],
    [RATIO, 'ratio'],
    [QUALITY, 'grade'],
  ] as const)('%# depends on comparator and aggregation', (indicator, kind) => {
    expect(entryKind(indicator)).toBe(kind);
  });
});

describe('an entry is fine', () => {
  it.each([
    ['a count', COUNT, { value: '5' }],
    ['zero, which is a value', COUNT, { value: '0' }],
    ['a negative value of what grows or shrinks', { ...COUNT, name: '税收增长额' }, { value: '-3.5' }],
    ['a negative value where the target is one', { ...COUNT, target: '-5' }, { value: '-3.5' }],
    ['degrees below zero', { ...COUNT, name: '库房最低值', unit: '℃' }, { value: '-18' }],
    ['fewer than last year', { ...RATIO, name: '办件量增长率', target: '5' }, { numerator: '-12', denominator: '80' }],
    [
      'more than twice as many as last year',
      { ...RATIO, name: '办件量增长率' },
      { numerator: '90', denominator: '80' },
    ],
    ['a ratio', RATIO, { numerator: '9', denominator: '10' }],
    ['a ratio of all', RATIO, { numerator: '10', denominator: '10' }],
    ['a ratio without cases', RATIO, { numerator: '0', denominator: '0' }],
    ['a share above 1 where the target is above 100 %', GROWTH, { numerator: '12', denominator: '10' }],
    ['the lower end of a band', QUALITY, { grade: 'partial', coefficient: '0.6' }],
    ['the upper end 1', QUALITY, { grade: 'achieved', coefficient: '1' }],
    ['not applicable', RATIO, { notApplicable: true }],
    ['null beside the value', COUNT, { value: '5', grade: null, numerator: null }],
  ])('%s', (_, indicator, entry) => {
    expect(problems(indicator, entry)).toEqual([]);
  });
});

describe('an entry is refused', () => {
  it.each([
    ['nothing', COUNT, {}, ['/value required']],
    ['a negative count', COUNT, { value: '-1' }, ['/value negative']],
    ['negative money', { ...COUNT, name: '印刷经费', unit: '万元' }, { value: '-0.01' }, ['/value negative']],
    ['a negative duration', { ...COUNT, unit: '小时' }, { value: '-2' }, ['/value negative']],
    [
      'a negative number of cases, also of growth',
      GROWTH,
      { numerator: '-1', denominator: '-1' },
      ['/denominator negative'],
    ],
    ['a change of nothing', GROWTH, { numerator: '-1', denominator: '0' }, ['/numerator numerator-above-denominator']],
    ['no number', COUNT, { value: '1,000' }, ['/value number-invalid']],
    ['a month that is none', COUNT, { value: '5', month: '2026-13' }, ['/month month-invalid']],
    ['surplus fields', COUNT, { value: '5', numerator: '1' }, ['/numerator unexpected']],
    ['a value beside not applicable', COUNT, { value: '5', notApplicable: true }, ['/value unexpected']],
    ['half a ratio', RATIO, { numerator: '1' }, ['/denominator required']],
    ['more than all', RATIO, { numerator: '11', denominator: '10' }, ['/numerator numerator-above-denominator']],
    ['cases of none', RATIO, { numerator: '1', denominator: '0' }, ['/numerator numerator-above-denominator']],
    ['cases of none, growth', GROWTH, { numerator: '1', denominator: '0' }, ['/numerator numerator-above-denominator']],
    ['a negative numerator', RATIO, { numerator: '-1', denominator: '1' }, ['/numerator negative']],
    ['a negative denominator', RATIO, { numerator: '0', denominator: '-1' }, ['/denominator negative']],
    [
      'a coefficient of another grade',
      QUALITY,
      { grade: 'missed', coefficient: '0.6' },
      ['/coefficient coefficient-outside-band'],
    ],
    ['a grade alone', QUALITY, { grade: 'missed' }, ['/coefficient required']],
    [
      'a negative coefficient',
      QUALITY,
      { grade: 'missed', coefficient: '-0.1' },
      ['/coefficient coefficient-outside-band'],
    ],
  ])('%s', (_, indicator, entry, expected) => {
    expect(problems(indicator, entry)).toEqual(expected);
  });

  it('by the bands of the policy', () => {
    const entry = { grade: 'partial', coefficient: '0.55' };
    expect(problems(QUALITY, entry)).toEqual(['/coefficient coefficient-outside-band']);
    expect(problems(QUALITY, entry, 'local-strict')).toEqual([]);
  });
});
