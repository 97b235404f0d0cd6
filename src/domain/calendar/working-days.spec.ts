import chineseDays from 'chinese-days';
import {
  addDays,
  type Calendar,
  dueDateOf,
  instantOf,
  isWorkingDay,
  localTime,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.js';

const range = (first: string, last: string): string[] =>
  first > last ? [] : [first, ...range(addDays(first, 1), last)];

/** The State Council's notice for 2026. */
const OFF = [
  ...range('2026-01-01', '2026-01-03'),
  ...range('2026-02-15', '2026-02-23'),
  ...range('2026-04-04', '2026-04-06'),
  ...range('2026-05-01', '2026-05-05'),
  ...range('2026-06-19', '2026-06-21'),
  ...range('2026-09-25', '2026-09-27'),
  ...range('2026-10-01', '2026-10-07'),
];
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
const calendar: Calendar = new Map([
  ...OFF.map((day) => [day, false] as const),
  ...WORKED.map((day) => [day, true] as const),
]);

describe('working days', () => {
  it.each(range('2026-01-01', '2026-12-31'))('%s is as the notice says, in the library and with the table', (day) => {
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const expected = WORKED.includes(day) || (!OFF.includes(day) && !weekend);
    expect(isWorkingDay(day, calendar)).toBe(expected);
    expect(chineseDays.getDayDetail(day).work).toBe(expected);
  });

  it('are Monday to Friday in a year without a calendar', () => {
    const week = range('2031-03-03', '2031-03-09').map((day) => isWorkingDay(day, new Map()));
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });

  it.each([
    ['2025-12', '2026-01-08'], // 4 January is worked
    ['2026-01', '2026-02-06'],
    ['2026-02', '2026-03-06'],
    ['2026-03', '2026-04-08'],
    ['2026-04', '2026-05-11'], // 9 May is worked
    ['2026-05', '2026-06-05'],
    ['2026-06', '2026-07-07'],
    ['2026-07', '2026-08-07'],
    ['2026-08', '2026-09-07'],
    ['2026-09', '2026-10-13'], // 10 October is worked
    ['2026-10', '2026-11-06'],
    ['2026-11', '2026-12-07'],
    ['2026-12', '2027-01-07'], // no calendar for 2027
  ])('the entries of %s are due on %s, the fifth of the next month', (month, due) => {
    expect(dueDateOf(month, 5, calendar)).toBe(due);
  });

  it.each([
    ['2026-10-01', 0, '2026-10-08'],
    ['2026-10-01', 1, '2026-10-09'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2026-10-10', 1, '2026-10-12'],
    ['2026-10-12', -1, '2026-10-10'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-02-24', -1, '2026-02-14'],
  ])('from %s %i steps on is %s', (from, steps, day) => {
    expect(workingDayFrom(from, steps, calendar)).toBe(day);
  });

  it.each([
    ['2026-11-06', '2026-11-06', 0],
    ['2026-11-06', '2026-11-09', 1],
    ['2026-11-06', '2026-11-08', 0],
    ['2026-11-09', '2026-11-06', -1],
    ['2026-09-30', '2026-10-08', 1],
    ['2026-10-13', '2026-10-09', -3],
  ])('from %s to %s there are %i', (from, to, count) => {
    expect(workingDaysBetween(from, to, calendar)).toBe(count);
  });

  it('counting there and stepping there agree on every working day of the year', () => {
    const due = '2026-06-05';
    for (const day of range('2026-01-05', '2026-12-31').filter((date) => isWorkingDay(date, calendar)))
      expect(workingDayFrom(due, workingDaysBetween(due, day, calendar), calendar)).toBe(day);
  });
});

describe('local time', () => {
  it.each([
    ['2026-11-30T15:59:59Z', 'Asia/Shanghai', '2026-11-30', '23:59'],
    ['2026-11-30T16:00:00Z', 'Asia/Shanghai', '2026-12-01', '00:00'],
    ['2026-12-31T16:00:00Z', 'Asia/Shanghai', '2027-01-01', '00:00'],
    ['2026-07-01T00:00:00Z', 'Australia/Lord_Howe', '2026-07-01', '10:30'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29', '03:00'],
  ])('%s in %s is %s %s', (instant, zone, date, time) => {
    expect(localTime(new Date(instant), zone)).toEqual({ date, time });
  });

  it.each([
    ['2026-11-09T09:00', 'Asia/Shanghai', '2026-11-09T01:00:00.000Z'],
    ['2026-11-09', 'Asia/Shanghai', '2026-11-08T16:00:00.000Z'],
    ['2026-10-25T12:00', 'Europe/Berlin', '2026-10-25T11:00:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ])('%s in %s is the instant %s', (local, zone, instant) => {
    expect(instantOf(local, zone).toISOString()).toBe(instant);
  });

  it.each(['tomorrow', '2026-13-01', '2026-11-09T25:00', ''])('%j is no instant', (text) => {
    expect(instantOf(text, 'Asia/Shanghai').getTime()).toBeNaN();
  });
});
