import { addMonths, type Month } from './month.js';

/** A local date as `YYYY-MM-DD`; it has no time zone. */
export type LocalDate = string;

/** Days that differ from Monday–Friday: `true` is worked (调休), `false` is off. */
export type Calendar = ReadonlyMap<LocalDate, boolean>;

const DAY_MS = 86_400_000;

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another; below 0 where it lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;

export function isWorkingDay(date: LocalDate, calendar: Calendar): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return calendar.get(date) ?? (weekday !== 0 && weekday !== 6);
}

/**
 * The working day so many steps from a date: 0 is the date itself when it is worked, else the next one that is;
 * negative counts go back.
 */
export function workingDayFrom(date: LocalDate, steps: number, calendar: Calendar): LocalDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  const direction = steps < 0 ? -1 : 1;
  for (let left = Math.abs(steps); left > 0;) {
    day = addDays(day, direction);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The day on which the entries of a month are due: the Nth working day of the month after it. */
export function dueDateOf(month: Month, nthWorkingDay: number, calendar: Calendar): LocalDate {
  return workingDayFrom(`${addMonths(month, 1)}-01`, nthWorkingDay - 1, calendar);
}

/** Working days from `from` to `to`, signed: 1 when `to` is the next working day after `from`. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

// Making one takes longer than all else here.
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  FORMATS.set(timeZone, format);
  return format;
}

/** Local date and minute of an instant, such as `{ date: '2026-11-24', time: '09:00' }`. */
export function localTime(instant: Date, timeZone: string): { date: LocalDate; time: string } {
  const [date = '', time = ''] = formatIn(timeZone).format(instant).split(' ');
  return { date, time };
}

/** The instant of a local date and time such as `2026-11-09T09:00`; an invalid Date for other text. */
export function instantOf(local: string, timeZone: string): Date {
  const asUtc = new Date(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  if (Number.isNaN(asUtc.getTime())) return asUtc;
  const offset = (instant: Date): number => {
    const { date, time } = localTime(instant, timeZone);
    return Date.parse(`${date}T${time}Z`) - Math.floor(instant.getTime() / 60_000) * 60_000;
  };
  // The offset of the first guess may be that of the other side of a change to summer time.
  const guess = new Date(asUtc.getTime() - offset(asUtc));
  return new Date(asUtc.getTime() - offset(guess));
}
