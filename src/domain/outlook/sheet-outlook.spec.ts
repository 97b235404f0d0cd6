import { COUNT, entriesOf, NATIONAL, QUALITY, STRICT, times } from '../../../test/support/judged.js';
import { statisticsOf } from '../entries/entry-statistics.js';
import { exact } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { scoreExecution } from '../scoring/execution-score.js';
import { printed } from '../scoring/indicator-score.js';
import { judge } from '../scoring/judgement.js';
import { wholeYear } from '../calendar/window.js';
import { outlookOf } from './outlook.js';
import { outlookOfSheet } from './sheet-outlook.js';

const WINDOW = wholeYear(2026);
const HALF = '2026-06';
/** 40 of 100 spent by June, for 10 points. */
const SPENDING = scoreExecution({ spent: '40', budget: '100' }, exact('10'));
const NO_FIGURES = scoreExecution({ spent: null, budget: null }, exact('10'));

const expected = (
  months: readonly (string | null)[],
  override: { score: string } | null = null,
  indicator: Indicator = COUNT,
) => {
  const facts = { indicator, statistics: statisticsOf(entriesOf(months)) };
  const given = override && { ...override, reason: '复核', by: '李样例' };
  const judgement = judge({ ...facts, override: given }, HALF, NATIONAL);
  return { ...printed(judgement, NATIONAL), outlook: outlookOf(judgement, { entries: entriesOf(months) }, NATIONAL) };
};
const outlook = (
  indicators: ReturnType<typeof expected>[],
  spending = SPENDING,
  { asOf = HALF, policy = NATIONAL } = {},
) => outlookOfSheet(indicators, spending, asOf, WINDOW, policy);

describe('the outlook of a sheet', () => {
  it('adds what is lost, what can be won, and what the forecasts give', () => {
    // 24 by June is 48 by December: 8 points each. 40 of 100 spent by June is 80: 8 points of 10, of which 6 can be won.
    const outcome = { raw: '24.00', max: '30', normalised: '80.00', rating: 'good' };
    const all = { raw: '30.00', max: '30', normalised: '100.00', rating: 'excellent' };
    expect(outlook([expected(times(6, '4')), expected(times(6, '4'))])).toEqual({
      lostForGood: '0',
      winnable: '18',
      open: '0',
      expected: outcome,
      low: outcome,
      high: outcome,
      possible: { low: all, high: all },
      executionScore: '8.00',
      forecastSpent: '80',
    });
  });

  it('is a span where something is due later: it earns nothing, or all', () => {
    const survey = expected([null], null, { ...QUALITY, weight: '10' });
    expect(outlook([expected(times(6, '5')), survey], NO_FIGURES)).toMatchObject({
      lostForGood: '0',
      winnable: '15',
      open: '10',
      expected: { raw: '10.00', max: '10', normalised: '100.00' },
      low: { raw: '10.00', max: '20', normalised: '50.00', rating: 'poor' },
      high: { raw: '20.00', max: '20', normalised: '100.00', rating: 'excellent' },
      possible: { low: { normalised: '50.00' }, high: { normalised: '100.00' } },
    });
  });

  it('is as open for what was due and nobody reported: there is nothing to forecast by', () => {
    expect(outlook([expected([null])], NO_FIGURES)).toMatchObject({
      open: '10',
      expected: { raw: '0.00', max: '0', normalised: null, rating: null },
      low: { normalised: '0.00' },
      high: { normalised: '100.00' },
    });
  });

  it('leaves out what does not apply', () => {
    expect(outlook([expected(['n/a']), expected(times(6, '5'))], NO_FIGURES).low).toMatchObject({ max: '10' });
  });

  it('keeps a reviewer’s points, whatever the forecast', () => {
    const reviewed = outlook([expected(times(6, '4'), { score: '9.5' })], NO_FIGURES);
    expect(reviewed).toMatchObject({ winnable: '0', lostForGood: '0.5', low: { raw: '9.50' }, high: { raw: '9.50' } });
  });

  it('caps slow spending as the policy does: at its forecast, and at its best', () => {
    const spending = scoreExecution({ spent: '37.5', budget: '100' }, exact('10'));
    const full = expected(times(6, '5'), null, { ...COUNT, weight: '90' });
    const { expected: forecast, possible } = outlook([full], spending, { policy: STRICT });
    // 75 of 100 spent by December: 97.5 points, capped at 89.
    expect(forecast).toMatchObject({ raw: '97.50', normalised: '89.00', rating: 'good' });
    expect(possible.high).toMatchObject({ normalised: '100.00', rating: 'excellent' });
  });

  it('takes spending for what it is when the year is over', () => {
    const spent = scoreExecution({ spent: '70', budget: '100' }, exact('10'));
    expect(outlook([], spent, { asOf: '2026-12' })).toMatchObject({
      lostForGood: '3',
      winnable: '0',
      executionScore: '7.00',
      possible: { high: { raw: '7.00' } },
    });
  });

  it('has no share of nothing, and no money without figures or before the year', () => {
    const nothing = { raw: '0.00', max: '0', normalised: null, rating: null };
    const none = { expected: nothing, low: nothing, high: nothing, executionScore: null, forecastSpent: null };
    expect(outlook([], NO_FIGURES)).toMatchObject({ ...none, lostForGood: '0', winnable: '0', open: '0' });
    const before = outlook([], SPENDING, { asOf: '2025-12' });
    expect(before).toMatchObject({ forecastSpent: null, expected: { raw: '4.00' } });
  });
});
