import { COUNT, entriesOf, judged, NATIONAL, QUALITY, times } from '../../../test/support/judged.js';
import { exact } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { scoreExecution } from '../scoring/execution-score.js';
import { printed } from '../scoring/indicator-score.js';
import { wholeYear } from '../window.js';
import { outlookOf } from './outlook.js';
import { judgePace } from './pace.js';
import { outlookOfSheet, paceOfSheet, sheetLight } from './sheet-outlook.js';

const WINDOW = wholeYear(2026);
const HALF = '2026-06';
/** 40 of 100 spent by June, for 10 points. */
const SPENDING = scoreExecution({ spent: '40', budget: '100' }, exact('10'));
const NO_FIGURES = scoreExecution({ spent: null, budget: null }, exact('10'));

const paced = (indicator: Indicator, months: readonly (string | null)[]) => ({
  weight: exact(indicator.weight),
  pace: judgePace(judged(indicator, months, { asOf: 6 }), NATIONAL),
});
const expected = (months: readonly (string | null)[], override: { score: string } | null = null) => {
  const judgement = judged(COUNT, months, { asOf: 6 });
  const { score } = printed(judgement, NATIONAL);
  return {
    score: override?.score ?? score,
    override: override && { ...override, reason: '复核', by: '李样例' },
    outlook: outlookOf(judgement, { entries: entriesOf(months) }, NATIONAL),
  };
};
const pace = (indicators: Parameters<typeof paceOfSheet>[0], spending = SPENDING, asOf = HALF) =>
  paceOfSheet(indicators, spending, asOf, WINDOW, NATIONAL);
const outlook = (indicators: ReturnType<typeof expected>[], spending = SPENDING, max = '20', asOf = HALF) =>
  outlookOfSheet(indicators, spending, max, asOf, WINDOW, NATIONAL);

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
    expect(pace([], SPENDING, '2025-12').executionScore).toBe('10.00');
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

describe('the outlook of a sheet', () => {
  it('adds what is lost, what can be won, and what the forecasts give', () => {
    // 24 by June is 48 by December: 8 points each, and 4 for what is spent.
    expect(outlook([expected(times(6, '4')), expected(times(6, '4'))], SPENDING, '30')).toEqual({
      lostForGood: '0',
      winnable: '12',
      forecastRaw: '20.00',
      forecastNormalised: '66.67',
      forecastRating: 'fair',
      forecastSpent: '80',
    });
  });

  it('keeps a reviewer’s points, whatever the forecast', () => {
    expect(outlook([expected(times(6, '4'), { score: '9.5' })])).toMatchObject({ forecastRaw: '13.50' });
  });

  it('keeps the points of what has no forecast', () => {
    expect(outlook([expected([null])])).toMatchObject({ forecastRaw: '4.00', forecastSpent: '80' });
  });

  it('has no share of nothing, and no money without figures or before the year', () => {
    expect(outlook([], NO_FIGURES, '0')).toEqual({
      lostForGood: '0',
      winnable: '0',
      forecastRaw: '0.00',
      forecastNormalised: null,
      forecastRating: null,
      forecastSpent: null,
    });
    expect(outlook([], SPENDING, '10', '2025-12').forecastSpent).toBeNull();
  });
});
