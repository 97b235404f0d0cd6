import chineseDays from 'chinese-days';
import { addDays, isWorkingDay } from '../domain/calendar/working-days.js';
import type { CalendarDay } from './calendar-day.entity.js';

const MONDAY_TO_FRIDAY = new Map<string, boolean>();

/** The library answers weekday rules for years it does not know: then no day differs, and there is no data. */
export function libraryDays(year: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    const { name, work } = chineseDays.getDayDetail(day);
    if (work !== isWorkingDay(day, MONDAY_TO_FRIDAY)) {
      days.push({ day, working: work, name: chineseName(name), source: 'library' });
    }
  }
  return days;
}

/** The library names days as "National Day,国庆节,3". */
const chineseName = (name: string): string => name.split(',')[1] ?? name;
