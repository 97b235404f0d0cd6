import { defaultAggregation } from './printed/default-aggregation.js';
import { defaultDueMonth } from './printed/default-due-month.js';
import { ConflictError, DomainError, NotFoundError } from './domain-error.js';
import { checkAbsence, isAway } from './reminding/absence.js';
import { checkEntry } from './entries/entry-rules.js';
import { COUNT, DEADLINE, NATIONAL, QUALITY, REPLIES } from '../../test/support/judged.js';
import * as names from './names.js';
import { OUTLOOK_WORDS as WORDS } from './outlook/outlook-words.js';

describe('official words', () => {
  it('are these', () => {
    expect(names).toMatchSnapshot();
  });

  it('of the outlook are these', () => {
    const said = (words: object) =>
      Object.entries(words).map(([name, word]: [string, unknown]) =>
        typeof word === 'function'
          ? `${name}: ${String((word as (...texts: string[]) => unknown)('A', 'B', 'C', 'D'))}`
          : [name, word],
      );
    expect({ zh: said(WORDS.zh), en: said(WORDS.en) }).toMatchSnapshot();
  });
});

describe('of one point', () => {
  it.each([
    ['1', '1 more point would be lost if it goes on like this'],
    ['0.5', '0.5 more points would be lost if it goes on like this'],
  ])('English says so: %s', (points, said) => {
    expect(WORDS.en.heading(points)).toBe(said);
  });
});

describe('errors', () => {
  it('are in both languages', () => {
    const what = { zh: '用户', en: 'user' };
    for (const error of [
      new DomainError('unfit', 'code', what),
      new NotFoundError(what),
      new ConflictError({ version: 2 }, 2),
    ]) {
      const { message, code, messages, problems } = error;
      expect({ message, code, messages, problems }).toMatchSnapshot();
    }
    expect(new ConflictError({ version: 2 }, 3)).toMatchObject({ current: { version: 2 }, version: 3 });
  });

  it.each([
    ['2026-11-09', null],
    [null, '2026-11-09'],
  ])('of an absence from %s until %s say what is missing', (awayFrom, awayUntil) => {
    expect(() => {
      checkAbsence({ awayFrom, awayUntil });
    }).toThrowErrorMatchingSnapshot();
    expect(isAway({ awayFrom, awayUntil }, '2026-11-09')).toBe(false);
  });

  it.each([
    ['no month', COUNT, { month: '2026-13-and-a-very-long-text', value: '1' }],
    ['no number', COUNT, { month: '2026-01', value: `1,000${'0'.repeat(60)}` }],
    ['nothing', COUNT, { month: '2026-01' }],
    ['too much', COUNT, { month: '2026-01', value: '1', grade: 'achieved' as const }],
    ['a negative numerator', REPLIES, { month: '2026-01', numerator: '-1', denominator: '1' }],
    ['a negative denominator', REPLIES, { month: '2026-01', numerator: '1', denominator: '-1' }],
    ['more than all', REPLIES, { month: '2026-01', numerator: '2', denominator: '1' }],
    ['half a ratio', REPLIES, { month: '2026-01', numerator: '2' }],
    ['more than all of nothing', { ...REPLIES, target: '120' }, { month: '2026-01', numerator: '2', denominator: '0' }],
    [
      'more than all, by another unit',
      { ...REPLIES, unit: '倍' },
      { month: '2026-01', numerator: '2', denominator: '1' },
    ],
    ['more than all, in ‰', { ...REPLIES, unit: '‰' }, { month: '2026-01', numerator: '2', denominator: '1' }],
    ['no day', DEADLINE, { month: '2026-09', completedOn: '2026-02-30' }],
    ['a day after its month', DEADLINE, { month: '2026-09', completedOn: '2026-10-01' }],
    ['a day of another year', DEADLINE, { month: '2026-09', completedOn: '2025-12-31' }],
    ['a number instead of a day', DEADLINE, { month: '2026-09', value: '1' }],
    ['a day of an earlier month', DEADLINE, { month: '2026-09', completedOn: '2026-08-31' }],
    [
      'more than all, without a target',
      { ...REPLIES, target: null },
      { month: '2026-01', numerator: '2', denominator: '1' },
    ],
    ['more than the band', QUALITY, { month: '2026-01', grade: 'partial' as const, coefficient: '0.9' }],
    ['a grade alone', QUALITY, { month: '2026-01', grade: 'partial' as const }],
    ['a coefficient alone', QUALITY, { month: '2026-01', coefficient: '0.9' }],
    ['fine', COUNT, { month: '2026-01', value: '1' }],
  ])('of an entry: %s', (_, indicator, entry) => {
    expect(checkEntry(indicator, entry, NATIONAL)).toMatchSnapshot();
  });
});

describe('defaults', () => {
  it.each([
    [{ name: '服务对象满意度', comparator: '>=' as const }, 12],
    [{ name: '召开会议次数', comparator: '>=' as const }, null],
    [{ name: '服务水平', comparator: 'qualitative' as const }, 12],
    [{ name: '项目完工时间', comparator: 'by' as const, target: '2026-09-30' }, 9],
    [{ name: '群众满意度', comparator: '>=' as const, per: 'quarter' as const }, null],
  ])('%j is due in %s', (indicator, month) => {
    expect(defaultDueMonth({ target: null, per: null, ...indicator })).toBe(month);
  });

  it.each([
    ...['小时', '天', '日', '工作日', '分钟'].map((unit) => ['办理时间', '<=', unit, 'max'] as const),
    ...['小时', '天', '日', '工作日', '分钟'].map((unit) => ['办理时间', '<', unit, 'max'] as const),
    ...['个', '条', '年', '名', '套', '家', '处'].map((unit) => ['维护', '>=', unit, 'latest'] as const),
    ['培训', '>=', '天', 'sum'],
    ['经费', '<=', '万元', 'sum'],
    ['数量', '<=', null, 'sum'],
    ['数量', '>=', null, 'sum'],
    ['单次费用', '<', '元', 'max'],
    ['每次人数', '<=', '人', 'max'],
    ['每场人数', '>', '人', 'min'],
    ['每批人数', '=', '人', 'min'],
    ['人均费用', '<=', '元', 'average'],
  ] as const)('%s %s %s adds up by %s', (name, comparator, unit, aggregation) => {
    expect(defaultAggregation({ name, comparator, unit, per: null })).toBe(aggregation);
  });
});
