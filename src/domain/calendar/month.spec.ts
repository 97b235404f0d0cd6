import { addMonths, currentAsOf, isMonth, monthNumber, monthOf, monthsBetween, yearOf } from './month.js';

describe('a month', () => {
  it.each(['2026-01', '2026-12', '1900-01', '2199-12'])('%s is one', (text) => {
    expect(isMonth(text)).toBe(true);
  });

  it.each([
    '2026-00',
    '1899-12',
    '9999-12', // its calendar goes on in a year of five digits, which no text order knows
    '2026-13',
    '2026-1',
    '202601',
    '2026-01-01',
    '２０２６-01',
    '',
    ' 2026-01',
    '2026-01\n',
    '26-01',
  ])('%j is none', (text) => {
    expect(isMonth(text)).toBe(false);
  });

  it.each([
    [2026, 1, '2026-01'],
    [2026, 13, '2027-01'],
    [2026, 0, '2025-12'],
    [2026, -11, '2025-01'],
    [999, 5, '0999-05'],
  ])('%i, %i is %s: numbers outside 1–12 carry over', (year, number, month) => {
    expect(monthOf(year, number)).toBe(month);
  });

  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-05', 0, '2026-05'],
    ['2026-05', 24, '2028-05'],
    ['2026-05', -17, '2024-12'],
  ])('%s and %i more is %s', (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected);
  });

  it('has a year and a number', () => {
    expect([yearOf('2026-09'), monthNumber('2026-09')]).toEqual([2026, 9]);
  });

  it.each([
    ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2026-05', '2026-05', ['2026-05']],
    ['2026-06', '2026-05', []],
  ])('from %s to %s there are these', (first, last, months) => {
    expect(monthsBetween(first, last)).toEqual(months);
  });

  it.each([
    ['in the running year, the last one that is over', '2026-11-24', '2026-10'],
    ['on the first of a month too', '2026-11-01', '2026-10'],
    ['in January, the first one', '2026-01-15', '2026-01'],
    ['before the year', '2025-06-01', '2026-01'],
    ['in the January after it, December', '2027-01-01', '2026-12'],
    ['long after it, December', '2030-05-05', '2026-12'],
  ])('as of which a year is looked at is, %s (%s), %s', (_, today, month) => {
    expect(currentAsOf(2026, today)).toBe(month);
  });
});
