import { COUNT, judged, NATIONAL, QUALITY, STRICT, times } from '../../../test/support/judged.js';
import { exact, fixed, plain } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { scoreExecution } from '../scoring/execution-score.js';
import { judgeSheet } from '../scoring/sheet-score.js';
import { statisticsOf } from '../entries/entry-statistics.js';
import { wholeYear } from '../calendar/window.js';
import { judgePace } from './pace.js';
import { paceOfSheet, sheetLight } from './sheet-pace.js';

const WINDOW = wholeYear(2026);
const HALF = '2026-06';
/** 40 of 100 spent by June, for 10 points. */
const SPENDING = scoreExecution({ spent: '40', budget: '100' }, exact('10'));
const NO_FIGURES = scoreExecution({ spent: null, budget: null }, exact('10'));

const paced = (indicator: Indicator, months: readonly (string | null)[]) => ({
  weight: exact(indicator.weight),
  pace: judgePace(judged(indicator, months, { asOf: 6 }), NATIONAL),
});
const pace = (
  indicators: Parameters<typeof paceOfSheet>[0],
  spending = SPENDING,
  { asOf = HALF, policy = NATIONAL } = {},
) => paceOfSheet(indicators, spending, asOf, WINDOW, policy);

describe('the pace of a sheet', () => {
  it('adds the points due by now, and those of spending against half of the budget', () => {
    // 24 of 30 meetings due by June: 8 points; 40 of 50 due: 8 points.
    expect(pace([paced(COUNT, times(6, '4'))])).toEqual({
      raw: '16.00',
      max: '20',
      normalised: '80.00',
      rating: 'good',
      executionScore: '8.00',
      light: 'amber',
    });
  });

  it('leaves out what is not due yet, and spending without figures', () => {
    expect(pace([paced(COUNT, times(6, '5')), paced(QUALITY, [null])], NO_FIGURES)).toEqual({
      raw: '10.00',
      max: '10',
      normalised: '100.00',
      rating: 'excellent',
      executionScore: null,
      light: 'green',
    });
  });

  it('is grey where nothing counts', () => {
    expect(pace([paced(QUALITY, [null])], NO_FIGURES)).toEqual({
      raw: '0.00',
      max: '0',
      normalised: null,
      rating: null,
      executionScore: null,
      light: 'grey',
    });
  });

  it('gives no more than all points for spending faster than the year, and all before it begins', () => {
    expect(pace([], scoreExecution({ spent: '80', budget: '100' }, exact('10'))).executionScore).toBe('10.00');
    expect(pace([], SPENDING, { asOf: '2025-12' }).executionScore).toBe('10.00');
  });

  it.each([
    ['90', 'green'],
    ['89.99', 'amber'],
    ['80', 'amber'],
    ['79.99', 'red'],
    ['0', 'red'],
  ])('lights up by its rating: %s is %s', (normalised, light) => {
    expect(sheetLight(exact(normalised), NATIONAL)).toBe(light);
  });
});

describe('slow spending', () => {
  it('caps the pace as it would cap the score, measured against the budget to date', () => {
    const full = [paced({ ...COUNT, weight: '90' }, times(6, '5'))];
    const spent = (amount: string) => scoreExecution({ spent: amount, budget: '100' }, exact('10'));
    // 37.5 of 50 due is 75 %: 97.5 points, capped at 89.
    expect(pace(full, spent('37.5'), { policy: STRICT })).toMatchObject({ normalised: '89.00', rating: 'good' });
    expect(pace(full, spent('40'), { policy: STRICT })).toMatchObject({ normalised: '98.00', rating: 'excellent' });
    expect(pace(full, spent('20'), { policy: STRICT })).toMatchObject({ normalised: '59.00', light: 'red' });
  });

  it('earns nothing below zero', () => {
    const refunded = scoreExecution({ spent: '-5', budget: '100' }, exact('10'));
    expect(pace([], refunded).executionScore).toBe('0.00');
  });
});

describe('with the last month of the year', () => {
  it.each([
    ['a deduction for too much', times(12, '9'), null, NATIONAL],
    ['a deduction for too much, by a policy that takes points', times(12, '9'), null, STRICT],
    ['a reviewer’s points', times(12, '4'), { score: '9.5', reason: '复核', by: '李样例' }, NATIONAL],
    ['nothing reported', [], null, NATIONAL],
    ['slow spending', times(12, '5'), null, STRICT],
  ] as const)('the pace is the score: %s', (_, months, override, policy) => {
    const entries = months.map((value, place) => ({ month: `2026-${String(place + 1).padStart(2, '0')}`, value }));
    const facts = { indicator: COUNT, statistics: statisticsOf(entries), override };
    const sheet = { indicators: [facts], execution: { spent: '72', budget: '100' }, executionWeight: '10' };
    const { raw, max, normalised, rating, indicators, execution } = judgeSheet(sheet, '2026-12', policy);
    const judgedPaces = indicators.map((one) => ({ weight: one.weight, pace: judgePace(one, policy) }));
    expect(paceOfSheet(judgedPaces, execution, '2026-12', WINDOW, policy)).toMatchObject({
      raw: fixed(raw, 2),
      max: plain(max),
      normalised: normalised && fixed(normalised, 2),
      rating,
    });
  });
});
