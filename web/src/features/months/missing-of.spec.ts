import type { IndicatorMonths } from '../../api/types.js';
import { missingOf } from './missing-of.js';

const indicator = (given: object, ...entries: object[]) =>
  ({
    ...{ comparator: '>=', target: '4', aggregation: 'sum', dueMonth: null, endMonth: null, targets: [], ...given },
    entries,
  }) as unknown as IndicatorMonths;
const entry = (month: string, status: string, given: object = {}) => ({
  ...{ month, status, completedOn: null, lastApproved: null },
  ...given,
});
const states = (...indicators: IndicatorMonths[]) => missingOf(indicators, '2026-10').map(({ state }) => state);

test('a month lacks what is owed and not handed in', () => {
  expect(states(indicator({}))).toEqual(['missing']);
  expect(states(indicator({}, entry('2026-09', 'approved')))).toEqual(['missing']);
  expect(states(indicator({}, entry('2026-10', 'draft')))).toEqual(['draft']);
  expect(states(indicator({}, entry('2026-10', 'returned')))).toEqual(['returned']);
  for (const status of ['submitted', 'approved']) expect(states(indicator({}, entry('2026-10', status)))).toEqual([]);
});

test('what is not owed in the month is not missing, unless it was opened again', () => {
  const yearly = { dueMonth: 12 };
  expect(states(indicator(yearly))).toEqual([]);
  expect(states(indicator(yearly, entry('2026-10', 'draft', { lastApproved: {} })))).toEqual(['draft']);
  expect(states(indicator({ endMonth: '2026-09' }))).toEqual([]);
  expect(states(indicator({ aggregation: 'each-quarter' }))).toEqual([]);
});

test('what has to be done by a day is settled by its completion in any month', () => {
  const by = { comparator: 'by', target: '2026-10-15', aggregation: null };
  expect(states(indicator(by))).toEqual(['missing']);
  expect(states(indicator(by, entry('2026-08', 'approved', { completedOn: '2026-08-03' })))).toEqual([]);
});
