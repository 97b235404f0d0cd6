import { openingYear } from './fiscal-year.js';

describe('the fiscal year that pages open on', () => {
  it.each([
    ['2026-12-31', false, 2026],
    ['2027-01-01', false, 2026],
    ['2027-01-31', false, 2026],
    ['2027-01-12', true, 2027],
    ['2027-02-01', false, 2027],
    ['2027-02-01', true, 2027],
  ])('on %s, December closed: %s, is %s', (today, isDecemberClosed, year) => {
    expect(openingYear(today, isDecemberClosed)).toBe(year);
  });
});
