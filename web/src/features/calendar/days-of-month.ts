import { addDays, type LocalDate } from '@domain/calendar/working-days.js';
import i18next from 'i18next';
import type { CalendarDay } from '../../api/calendar.js';

const WEEK = 7;
/** A Monday. */
const SOME_MONDAY = '2024-01-01';

const utc = (day: LocalDate) => new Date(`${day}T00:00:00Z`);

export const isWeekend = (day: LocalDate): boolean => utc(day).getUTCDay() % 6 === 0;

/** The weeks of a month, Monday first; null: a day of another month. */
export function weeksOf(month: string): (LocalDate | null)[][] {
  const first = `${month}-01`;
  const weeks: (LocalDate | null)[][] = [];
  let monday = addDays(first, -((utc(first).getUTCDay() + WEEK - 1) % WEEK));
  for (; monday.slice(0, 7) <= month; monday = addDays(monday, WEEK)) {
    const days = Array.from({ length: WEEK }, (_, index) => addDays(monday, index));
    weeks.push(days.map((day) => (day.startsWith(month) ? day : null)));
  }
  return weeks;
}

/** Monday to Sunday: as short as a column is narrow, and whole for whoever listens. */
export function weekdays(): { short: string; whole: string }[] {
  const named = (day: LocalDate, weekday: 'long' | 'narrow' | 'short') =>
    new Intl.DateTimeFormat(i18next.language === 'zh' ? 'zh-CN' : 'en-GB', { weekday, timeZone: 'UTC' }).format(
      utc(day),
    );
  const width = i18next.language === 'zh' ? 'narrow' : 'short';
  return Array.from({ length: WEEK }, (_, index) => addDays(SOME_MONDAY, index)).map((day) => ({
    short: named(day, width),
    whole: named(day, 'long'),
  }));
}

/** Neighbours of one kind, name and source are told in one line. */
export function runsOf(days: readonly CalendarDay[]): { first: CalendarDay; last: CalendarDay }[] {
  const runs: { first: CalendarDay; last: CalendarDay }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const goesOn =
      run?.last.working === day.working &&
      run.last.name === day.name &&
      (run.last.source === 'local') === (day.source === 'local') &&
      addDays(run.last.day, 1) === day.day;
    if (run && goesOn) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}
