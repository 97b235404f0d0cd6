import {
  CEILING,
  COUNT,
  DIRECT,
  entriesOf,
  judged,
  LEVEL,
  MEAN,
  MONTHLY,
  NATIONAL,
  QUALITY,
  REPLIES,
  SLOWEST,
  STRICT,
  times,
  unreported,
} from '../../../test/support/judged.js';
import { exact, plain } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { monthOf } from '../calendar/month.js';
import type { LastYear } from './forecast.js';
import { outlookOf } from './outlook.js';

type Options = Parameters<typeof judged>[2] & { lastYear?: readonly LastYear[] };

const outlook = (indicator: Indicator, months: readonly (string | null)[], { lastYear, ...options }: Options = {}) =>
  outlookOf(judged(indicator, months, options), { entries: entriesOf(months), lastYear }, options.policy ?? NATIONAL);

/** All work of the year in its second half. */
const LATE_YEAR = Array.from({ length: 12 }, (_, place) => ({
  month: monthOf(2025, place + 1),
  value: place < 6 ? '1' : '9',
}));

describe('the forecast', () => {
  it.each([
    ['a sum goes on at the mean of its months', COUNT, times(6, '4'), {}, 'run-rate', '48', '8.00'],
    ['a missing month is thought to follow', COUNT, times(5, '4'), { asOf: 6 }, 'run-rate', '48', '8.00'],
    ['a month that does not apply adds nothing', COUNT, [...times(5, '4'), 'n/a'], {}, 'run-rate', '44', '7.33'],
    ['a sum follows last year’s months', COUNT, times(6, '1'), { lastYear: LATE_YEAR }, 'last-year', '60', '10.00'],
    ['half of last year is no shape', COUNT, times(6, '1'), { lastYear: LATE_YEAR.slice(6) }, 'run-rate', '12', '2.00'],
    ['a ratio is carried forward', REPLIES, ['9/10', '9/10'], {}, 'carried-forward', '90', '0.00'],
    ['a level is carried forward', LEVEL, ['3', '4'], {}, 'carried-forward', '4', '8.00'],
    ['a mean is carried forward', MEAN, ['3', '5'], {}, 'carried-forward', '4', '8.00'],
    ['months that are judged alone go on as they went', MONTHLY, ['4', '4'], {}, 'carried-forward', '4', '10.00'],
  ] as [string, Indicator, (string | null)[], Options, string, string, string][])(
    '%s',
    (_, indicator, months, options, basis, value, score) => {
      expect(outlook(indicator, months, options).forecast).toMatchObject({ basis, value, score });
    },
  );

  it('is no better than last year’s shape where the months so far had nothing in it', () => {
    const shape = LATE_YEAR.map(({ month }, place) => ({ month, value: place < 6 ? '0' : '9' }));
    expect(outlook(COUNT, times(6, '4'), { lastYear: shape }).forecast).toMatchObject({ basis: 'run-rate' });
  });

  it('is a path from month to month, between the weakest and the best so far', () => {
    expect(outlook(COUNT, ['2', '4', '6'], { asOf: 10 }).forecast?.path).toEqual([
      { month: '2026-11', value: '44', low: '28', high: '60' },
      { month: '2026-12', value: '48', low: '30', high: '66' },
    ]);
  });

  it('is what was reached when the year is over, and nothing before something is reported', () => {
    expect(outlook(COUNT, times(12, '5')).forecast).toMatchObject({ value: '60', met: true, path: [] });
    expect(outlook(COUNT, [null, null]).forecast).toBeNull();
    expect(outlook(QUALITY, [null]).forecast).toBeNull();
  });
});

describe('points lost for good and still to be won', () => {
  it.each([
    ['a count: all can still be won', COUNT, times(6, '4'), {}, '0', '6'],
    ['a count reached: nothing is left', COUNT, ['60'], {}, '0', '0'],
    ['at the end of the year what is missing is lost', COUNT, times(12, '4'), {}, '2', '0'],
    ['all or nothing, not reached yet', DIRECT, times(6, '4'), {}, '0', '10'],
    ['all or nothing, a month missed', MONTHLY, ['4', '3'], {}, '10', '0'],
    ['a month missed, in proportion', { ...MONTHLY, rule: 'proportional' }, ['4', '2'], {}, '0.42', '2.08'],
    ['a ceiling passed', CEILING, ['75'], {}, '2', '0'],
    ['a slowest case too late', SLOWEST, ['8'], {}, '2.5', '0'],
    ['a level below', LEVEL, ['4'], {}, '0', '2'],
    ['one letter unanswered of all or nothing', REPLIES, ['9/10'], {}, '10', '0'],
    [
      'one letter unanswered, in proportion: it stays among 120',
      { ...REPLIES, rule: 'proportional' },
      ['9/10'],
      {},
      '0.08',
      '0.92',
    ],
    ['a deduction for too much that stays', COUNT, ['90'], { policy: STRICT }, '2', '0'],
    ['a grade not given yet', QUALITY, [null], {}, '0', '10'],
    ['a grade that was given', QUALITY, [...unreported(11), 'partial 0.7'], {}, '3', '0'],
    ['nothing reported yet', COUNT, [null], {}, '0', '10'],
    ['not applicable', COUNT, ['n/a'], {}, '0', '0'],
    ['by grade: the best step in reach', { ...CEILING, rule: 'graded' }, ['75'], {}, '2', '0'],
  ] as [string, Indicator, (string | null)[], Options, string, string][])(
    '%s',
    (_, indicator, months, options, lostForGood, winnable) => {
      expect(outlook(indicator, months, options)).toMatchObject({ lostForGood, winnable });
    },
  );
});

describe('what the open months have to bring', () => {
  it.each([
    ['a sum: its share of the rest', COUNT, times(6, '4'), '6'],
    ['a sum with a month missing', COUNT, times(5, '4'), '5.714286'],
    ['nothing more once it is reached', COUNT, ['60'], null],
    ['a mean: so much that the mean comes right', MEAN, times(6, '4'), '6'],
    ['each month: its own target', MONTHLY, ['9'], '4'],
    ['a ratio: so many of the cases to come', { ...REPLIES, target: '95' }, times(6, '9/10'), '100'],
    ['a level: it does not add up', LEVEL, ['4'], null],
    ['a ceiling: nothing', CEILING, times(6, '4'), null],
    ['an ended year: nothing', COUNT, times(12, '4'), null],
  ] as [string, Indicator, (string | null)[], string | null][])('%s', (_, indicator, months, needed) => {
    const { neededPerMonth } = outlook(indicator, months);
    expect(neededPerMonth && plain(exact(neededPerMonth), 7)).toBe(needed);
  });

  it.each([
    ['stay within a ceiling', CEILING, times(6, '4'), '6', null],
    ['at this rate pass it in', CEILING, times(6, '7'), '3', { month: '2026-09', passed: false }],
    ['are too late when it is passed', CEILING, times(6, '11'), null, { month: '2026-06', passed: true }],
    [
      'were too late when it had been passed in',
      CEILING,
      ['50', '9', '2', '0', '0'],
      null,
      { month: '2026-03', passed: true },
    ],
    [
      'at this rate reach what must stay below in',
      { ...CEILING, comparator: '<' },
      times(6, '6'),
      '4',
      { month: '2026-10', passed: false },
    ],
    [
      'stay within a range',
      { ...COUNT, comparator: 'range', target: '48', targetUpper: '60' },
      times(6, '7'),
      '3',
      { month: '2026-09', passed: false },
    ],
    [
      'have no part in a slowest case that was too late',
      SLOWEST,
      ['5', '7', '9', '1'],
      null,
      { month: '2026-02', passed: true },
    ],
    ['do not add up to a level', { ...LEVEL, comparator: '<=' }, ['9'], null, null],
  ] as [string, Indicator, (string | null)[], string | null, object | null][])(
    '%s',
    (_, indicator, months, allowedPerMonth, breach) => {
      expect(outlook(indicator, months)).toMatchObject({ allowedPerMonth, breach });
    },
  );
});

describe('the forecast of what is judged month by month', () => {
  const forecast = (...input: Parameters<typeof outlook>) => outlook(...input).forecast!;

  it('judges the months to come by the target that holds now', () => {
    const held = { comparator: '>=', targetUpper: null } as const;
    const raised = {
      ...MONTHLY,
      rule: 'proportional',
      target: '6',
      targets: [
        { ...held, from: '2026-01', target: '4' },
        { ...held, from: '2026-09', target: '6' },
      ],
    } as const;
    const { completion, score } = forecast(raised, ['5', '4', '4', '5', '4', '4', '4', '5', '4']);
    expect(completion).toMatch(/^0\.9027/); // 8 months kept, 4 of 6 in September, 39 ÷ 54 of each of three to come
    expect(score).toBe('9.03');
  });

  it('keeps what the half-year that goes on has reached, or passed', () => {
    const half = { ...COUNT, aggregation: 'each-half-year', target: '3' } as const;
    const months = ['0', '1', '0', '1', '0', '0', '1', '1', '1'];
    expect(forecast(half, months).score).toBe('8.33'); // 2 of 3, then all
    expect(forecast(half, months.slice(0, 8)).score).toBe('6.67'); // as before, while it is not reached
    const ceiling = { ...half, comparator: '<=' } as const;
    expect(forecast(ceiling, ['1', '0', '0', '0', '0', '0', '6']).score).toBe('7.50'); // kept, then 3 of 6 at the best
    expect(outlook({ ...half, rule: 'direct' }, months).forecast).toMatchObject({ met: false, score: '0.00' });
  });
});

describe('all or nothing', () => {
  it.each([
    ['warns while it can still be reached', DIRECT, times(6, '4'), true],
    ['is calm when the forecast reaches it', DIRECT, times(6, '5'), false],
    ['is calm when it is lost already', MONTHLY, ['3'], false],
    ['is calm when it is won already', DIRECT, ['60'], false],
    ['is not meant by a proportional rule', COUNT, times(6, '4'), false],
  ] as [string, Indicator, string[], boolean][])('%s', (_, indicator, months, atRisk) => {
    expect(outlook(indicator, months).atRisk).toBe(atRisk);
  });
});

it('lost, earned and still winnable points make up the weight', () => {
  for (const months of [['4'], times(7, '3'), times(12, '2'), [null, '8']]) {
    for (const indicator of [COUNT, DIRECT, CEILING, LEVEL, MEAN, MONTHLY]) {
      const { lostForGood, winnable } = outlook(indicator, months);
      const earned = judged(indicator, months).points?.score;
      expect(Number(lostForGood) + Number(winnable) + Number(earned ? plain(earned) : 0)).toBeCloseTo(10, 10);
    }
  }
});
