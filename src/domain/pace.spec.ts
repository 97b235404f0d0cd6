import { readPolicies } from '../policies/policies.js';
import { statisticsOf } from './entry-statistics.js';
import type { Indicator, MonthlyEntry } from './indicator.js';
import { monthOf } from './month.js';
import { paceOf } from './pace.js';
import { scoreIndicator } from './scoring/indicator-score.js';

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
const CEILING: Indicator = { ...COUNT, comparator: '<=', target: '6', unit: '天', aggregation: 'max' };
const MONTHLY: Indicator = { ...COUNT, target: '4', aggregation: 'each-month', rule: 'direct' };
const REPLIES: Indicator = { ...COUNT, target: '100', unit: '%', aggregation: 'ratio', rule: 'direct' };
const QUALITY: Indicator = { ...COUNT, comparator: 'qualitative', target: null, aggregation: null, dueMonth: 12 };

function pace(indicator: Indicator, months: readonly Omit<MonthlyEntry, 'month'>[], asOf = months.length) {
  const entries = months.map((entry, index) => ({ ...entry, month: monthOf(2026, index + 1) }));
  const month = monthOf(2026, Math.max(1, asOf));
  return paceOf(indicator, scoreIndicator(indicator, statisticsOf(entries), month, policy), month, policy);
}
const values = (...texts: string[]) => texts.map((value) => ({ value }));
const times = (count: number, value: string) => values(...Array.from({ length: count }, () => value));

describe('the pace of an indicator', () => {
  it.each([
    ['on its share of the year', times(6, '5'), '30', '1', 'green', 'possible'],
    ['a little behind', times(6, '4'), '30', '0.8', 'amber', 'possible'],
    ['far behind', times(6, '3.9'), '30', '0.78', 'red', 'possible'],
    ['at the whole target already', times(6, '10'), '30', '1', 'green', 'certain'],
  ])('%s', (_, entries, targetToDate, share, light, possibility) => {
    expect(pace(COUNT, entries)).toEqual({ targetToDate, pace: share, light, possibility });
  });

  it('of a level is judged by the whole target at once', () => {
    const level: Indicator = { ...COUNT, aggregation: 'latest', target: '5', unit: '个' };
    expect(pace(level, values('4'))).toMatchObject({ targetToDate: '5', pace: '0.8', light: 'amber' });
  });

  it.each([
    ['a ceiling that is kept', CEILING, values('5', '6'), 'green', 'possible'],
    ['a ceiling that was passed once', CEILING, values('7', '1'), 'red', 'impossible'],
    ['every month reached', MONTHLY, values('4', '5'), 'green', 'possible'],
    ['one month missed of all or nothing', MONTHLY, values('4', '3'), 'red', 'impossible'],
    ['every letter answered', REPLIES, [{ numerator: '2', denominator: '2' }], 'green', 'possible'],
    ['one letter unanswered of all or nothing', REPLIES, [{ numerator: '9', denominator: '10' }], 'red', 'impossible'],
  ])('%s', (_, indicator, entries, light, possibility) => {
    expect(pace(indicator, entries)).toMatchObject({ light, possibility });
  });

  it.each([
    ['reached', times(12, '5'), 'certain', 'green'],
    ['not reached', times(12, '4.9'), 'impossible', 'red'],
  ])('at the end of the year is settled: %s', (_, entries, possibility, light) => {
    expect(pace(COUNT, entries)).toMatchObject({ possibility, light });
  });

  it('in December with a month missing is still open', () => {
    expect(pace(COUNT, times(11, '5'), 12).possibility).toBe('possible');
  });

  it.each([
    ['nothing reported', COUNT, [], 5],
    ['nothing but N/A', COUNT, [{ notApplicable: true }], 1],
    ['a ratio without cases', REPLIES, [{ numerator: '0', denominator: '0' }], 1],
    ['not due yet', QUALITY, [], 5],
  ])('is grey: %s', (_, indicator, entries, asOf) => {
    expect(pace(indicator, entries, asOf)).toEqual({
      targetToDate: null,
      pace: null,
      possibility: null,
      light: 'grey',
    });
  });

  it.each([
    ['0.8', 'green'],
    ['0.79', 'amber'],
    ['0.6', 'amber'],
    ['0.59', 'red'],
  ])('of a quality with coefficient %s is %s, by the bands of the policy', (coefficient, light) => {
    expect(pace(QUALITY, [{ grade: 'achieved', coefficient }], 12)).toMatchObject({ light });
  });

  it('of a missed month of a month-by-month ratio is never green before its data are there', () => {
    expect(pace(MONTHLY, values('4'), 2)).toMatchObject({ pace: '0.5', light: 'red' });
  });
});
