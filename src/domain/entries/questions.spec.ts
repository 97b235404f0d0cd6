import fc from 'fast-check';
import type { Aggregation } from '../aggregation.js';
import type { Comparator, MonthlyEntry } from '../indicator.js';
import { entryQuestions, spendingQuestions } from './questions.js';

const indicator = (
  comparator: Comparator,
  target: string,
  aggregation: Aggregation,
  targetUpper: string | null = null,
) => ({
  comparator,
  target,
  targetUpper,
  unit: '次',
  aggregation,
});
const MEETINGS = indicator('>=', '60', 'sum');
const before = (...values: string[]): MonthlyEntry[] =>
  values.map((value, place) => ({ month: `2026-0${place + 1}`, value }));
const asked = (...[what, entry, others = []]: Partial<Parameters<typeof entryQuestions>>) =>
  entryQuestions(what!, entry!, others).map(({ code }) => code);

describe('what an entry is asked', () => {
  it.each([
    ['three times the largest month is not asked about yet', MEETINGS, '15', before('5', '4'), []],
    ['more than that is', MEETINGS, '15.1', before('5', '4'), ['far-above-usual']],
    ['months without anything say nothing', MEETINGS, '9', before('0', '0'), []],
    ['a first month is compared with the target alone', MEETINGS, '60', [], []],
    ['a month that is more than the year', MEETINGS, '61', [], ['beyond-target']],
    ['both', MEETINGS, '600', before('6'), ['far-above-usual', 'beyond-target']],
    ['a range ends at its upper bound', indicator('range', '40', 'sum', '60'), '50', [], []],
    ['and is passed above it', indicator('range', '40', 'sum', '60'), '61', [], ['beyond-target']],
    ['a ceiling is passed in one month', indicator('<=', '60', 'sum'), '61', [], ['beyond-target']],
    ['no accidents: whatever happened is more', indicator('<=', '0', 'sum'), '1', [], ['beyond-target']],
    ['and none is none', indicator('=', '0', 'sum'), '0', [], []],
    ['at least none is said of anything', indicator('>=', '0', 'sum'), '1', [], []],
    ['a level above its target is common', indicator('>=', '9', 'latest'), '12', [], []],
    ['a level of ten times its target is not', indicator('>=', '9', 'latest'), '90', [], ['beyond-target']],
    ['a duration far above its limit', indicator('<=', '24', 'max'), '240', [], ['beyond-target']],
    ['four a month, and forty came', indicator('>=', '4', 'each-month'), '40', [], ['beyond-target']],
    ['a fall is compared by its size', indicator('>=', '-5', 'sum'), '-30', before('-4'), ['far-above-usual']],
  ] as const)('%s', (_, what, value, others, codes) => {
    expect(asked(what, { month: '2026-09', value }, others)).toEqual(codes);
  });

  it('a ratio is asked about its number of cases', () => {
    const others = [{ month: '2026-01', numerator: '19', denominator: '20' }];
    const ratio = indicator('>=', '95', 'ratio');
    expect(asked(ratio, { month: '2026-09', numerator: '60', denominator: '61' }, others)).toEqual(['far-above-usual']);
    expect(asked(ratio, { month: '2026-09', numerator: '60', denominator: '60' }, others)).toEqual([]);
  });

  it('a ratio with a ceiling is asked where the month lies far beyond it', () => {
    const complaints = { ...indicator('<=', '2', 'ratio'), unit: '%' };
    const month = (numerator: string, denominator: string) => ({ month: '2026-09', numerator, denominator });
    expect(asked(complaints, month('6', '100'))).toEqual([]);
    expect(asked(complaints, month('40', '100'))).toEqual(['beyond-target']);
    expect(asked({ ...complaints, unit: '‰' }, month('1', '150'))).toEqual(['beyond-target']);
    expect(asked(complaints, month('0', '0'))).toEqual([]);
    const [question] = entryQuestions(complaints, month('1', '3'), []);
    expect(question?.message.zh).toBe('填报值 33.33 % 超过目标 2 % 的 3 倍，确认无误吗？');
  });

  it('what is not applicable, graded, or entered again for the same month is not compared', () => {
    const others = [
      { month: '2026-01', notApplicable: true },
      ...before('5').map((one) => ({ ...one, month: '2026-09' })),
    ];
    expect(asked(MEETINGS, { month: '2026-09', value: '50' }, others)).toEqual([]);
    expect(asked(MEETINGS, { month: '2026-09', notApplicable: true }, before('5'))).toEqual([]);
    const quality = { ...MEETINGS, comparator: 'qualitative', target: null, aggregation: null } as const;
    expect(asked(quality, { month: '2026-09', grade: 'achieved', coefficient: '1' }, [])).toEqual([]);
  });

  it('says in both languages what is compared with what', () => {
    const [far, beyond] = entryQuestions(MEETINGS, { month: '2026-09', value: '600' }, before('5', '52'));
    expect(far?.message).toEqual({
      zh: '填报值 600 次 超过其他月份最大值（2026年2月：52 次）的 3 倍，确认无误吗？',
      en: 'The value 600 次 is more than 3 times the largest other month (February 2026: 52 次). Is this right?',
    });
    expect(beyond?.message.zh).toBe('一个月的 600 次 已超过全年目标 60 次，确认无误吗？');
  });

  it('is asked exactly where plain numbers say so, in whatever order the months come', () => {
    const number = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.array(number, { maxLength: 8 }),
        number,
        fc.integer({ min: 1, max: 200 }),
        (months, value, target) => {
          const others = before(...months.map(String)).toReversed();
          const largest = Math.max(0, ...months);
          const expected = [
            ...(largest > 0 && value > 3 * largest ? ['far-above-usual'] : []),
            ...(value > target ? ['beyond-target'] : []),
          ];
          expect(
            asked(indicator('>=', String(target), 'sum'), { month: '2026-09', value: String(value) }, others),
          ).toEqual(expected);
        },
      ),
    );
  });
});

describe('what spending is asked', () => {
  const spending = { month: '2026-06', spent: '50', budget: '100', others: [], costs: null };
  const codes = (changes: Partial<Parameters<typeof spendingQuestions>[0]>) =>
    spendingQuestions({ ...spending, ...changes }).map(({ code }) => code);

  it.each([
    ['nothing is odd', {}, []],
    ['less than an earlier month', { others: [{ month: '2026-05', spent: '50.01' }] }, ['spent-falls']],
    ['as much as an earlier month', { others: [{ month: '2026-05', spent: '50.00' }] }, []],
    ['more than a later month', { others: [{ month: '2026-07', spent: '49' }] }, ['spent-falls']],
    ['its own month, saved before, is no comparison', { others: [{ month: '2026-06', spent: '70' }] }, []],
    ['the whole budget', { spent: '100' }, []],
    ['more than the budget', { spent: '100.01' }, ['over-spend']],
    ['no budget is known', { spent: '999', budget: null }, []],
    ['costs within a tenth of what was spent', { costs: { reported: '55', target: '40' } }, []],
    ['costs above that', { costs: { reported: '56', target: '40' } }, ['cost-differs']],
    ['few costs, where their indicators cover a part only', { costs: { reported: '10', target: '40' } }, []],
    [
      'few costs, where their indicators cover the whole budget',
      { costs: { reported: '44', target: '100' } },
      ['cost-differs'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  it('names the month that it contradicts', () => {
    const [question] = spendingQuestions({ ...spending, others: [{ month: '2026-05', spent: '70' }] });
    expect(question?.message.zh).toBe(
      '截至2026年6月的累计执行数 50 万元与2026年5月的 70 万元矛盾：累计数不应减少，确认无误吗？',
    );
  });
});
