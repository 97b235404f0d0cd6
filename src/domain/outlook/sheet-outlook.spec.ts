import { COUNT, entriesOf, judged, NATIONAL, times } from '../../../test/support/judged.js';
import { exact } from '../exact.js';
import { scoreExecution } from '../scoring/execution-score.js';
import { printed } from '../scoring/indicator-score.js';
import { wholeYear } from '../window.js';
import { outlookOf } from './outlook.js';
import { outlookOfSheet } from './sheet-outlook.js';

const WINDOW = wholeYear(2026);
const HALF = '2026-06';
/** 40 of 100 spent by June, for 10 points. */
const SPENDING = scoreExecution({ spent: '40', budget: '100' }, exact('10'));
const NO_FIGURES = scoreExecution({ spent: null, budget: null }, exact('10'));

const expected = (months: readonly (string | null)[], override: { score: string } | null = null) => {
  const judgement = judged(COUNT, months, { asOf: 6 });
  const { score } = printed(judgement, NATIONAL);
  return {
    score: override?.score ?? score,
    override: override && { ...override, reason: '复核', by: '李样例' },
    outlook: outlookOf(judgement, { entries: entriesOf(months) }, NATIONAL),
  };
};
const outlook = (indicators: ReturnType<typeof expected>[], spending = SPENDING, max = '20', asOf = HALF) =>
  outlookOfSheet(indicators, spending, max, asOf, WINDOW, NATIONAL);

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
