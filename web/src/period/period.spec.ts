import fc from 'fast-check';
import { setClock, today } from '../api/clock.js';
import { isEnded, monthsOf, periodOf, periodWithin, yearBefore } from './period.js';

describe('the clock of the pages', () => {
  const minutes = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 });

  it('says the day of the installation, whatever the reader’s computer says', () => {
    fc.assert(
      fc.property(minutes, (minute) => {
        const now = minute * 60_000;
        setClock({ timeZone: 'Asia/Shanghai', now: new Date(now).toISOString() });
        expect(today()).toBe(new Date(now + 8 * 3_600_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('is in the new month from midnight on, not from eight in the morning', () => {
    setClock({ timeZone: 'Asia/Shanghai', now: '2026-10-31T16:00:00.000Z' });
    expect(today()).toBe('2026-11-01');
    expect(isEnded('2026-10', today())).toBe(true);
  });

  it('keeps the days of another time zone', () => {
    setClock({ timeZone: 'Asia/Urumqi', now: '2026-10-31T16:00:00.000Z' });
    expect(today()).toBe('2026-10-31');
  });
});

describe('the period of a page', () => {
  const asked = (year: string | null, month: string | null) => ({ year, month });

  it.each([
    [asked(null, null), 2026, '2027-01-08', { year: 2026, month: '2026-12' }],
    [asked(null, null), 2027, '2027-02-03', { year: 2027, month: '2027-01' }],
    [asked(null, null), 2026, '2026-11-24', { year: 2026, month: '2026-10' }],
    [asked('2025', null), 2026, '2026-11-24', { year: 2025, month: '2025-12' }],
    [asked('2025', '2026-03'), 2026, '2026-11-24', { year: 2026, month: '2026-03' }],
    [asked('MMXXV', '2026-13'), 2026, '2026-11-24', { year: 2026, month: '2026-10' }],
    [asked('2028', null), 2026, '2026-11-24', { year: 2028, month: '2028-01' }],
  ])('asked for %j, opening on %s, on %s: %j', (address, opensOn, day, period) => {
    expect(periodOf(address, opensOn, day)).toEqual(period);
  });

  it('within a year is one of its months, whatever the address says', () => {
    expect(periodWithin(2026, asked(null, '2027-01'), '2027-02-03').month).toBe('2026-12');
    expect(periodWithin(2026, asked('2027', null), '2027-02-03').month).toBe('2026-12');
    expect(periodWithin(2026, asked(null, '2026-03'), '2027-02-03').month).toBe('2026-03');
  });

  it('has twelve months, of which those can be entered that are over', () => {
    expect(monthsOf(2026).filter((month) => isEnded(month, '2026-11-01'))).toEqual(monthsOf(2026).slice(0, 10));
  });

  it('shows the way back to the year that ended, for a quarter', () => {
    expect(yearBefore(2027, [2027, 2026], '2027-02-03')).toBe(2026);
    expect(yearBefore(2027, [2027, 2026], '2027-04-01')).toBeNull();
    expect(yearBefore(2027, [2027], '2027-02-03')).toBeNull();
    expect(yearBefore(2026, [2026], '2027-01-08')).toBeNull();
  });
});
