import { Injectable } from '@nestjs/common';
import chineseDays from 'chinese-days';
import { Between, DataSource } from 'typeorm';
import { addDays, type Calendar, type LocalDate } from '../domain/working-days.js';
import { CalendarDay } from './calendar-day.entity.js';

/** A weekday on which the library says whether work is done. */
const isWeekend = (date: LocalDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The official calendar of holidays and make-up days, kept in a table that people can correct. */
@Injectable()
export class CalendarService {
  constructor(private readonly dataSource: DataSource) {}

  /** The days of a year that differ from Monday–Friday; the library's, where nobody has stored any yet. */
  async year(year: number): Promise<CalendarDay[]> {
    const stored = await this.stored(year);
    if (stored.length > 0) return stored;
    const days = libraryDays(year);
    if (days.length > 0) {
      await this.dataSource.createQueryBuilder().insert().into(CalendarDay).values(days).orIgnore().execute();
    }
    return this.stored(year);
  }

  /** Calendars of these years in one. A year that is missing falls back to Monday–Friday. */
  async calendar(...years: number[]): Promise<Calendar> {
    const days = await Promise.all(years.map((year) => this.year(year)));
    return new Map(days.flat().map(({ day, working }) => [day, working]));
  }

  private stored(year: number): Promise<CalendarDay[]> {
    return this.dataSource.manager.find(CalendarDay, {
      where: { day: Between(`${year}-01-01`, `${year}-12-31`) },
      order: { day: 'ASC' },
    });
  }
}

/** The library answers weekday rules for years it does not know: then no day differs, and there is no data. */
function libraryDays(year: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const { name, work } = chineseDays.getDayDetail(day);
    if (work === isWeekend(day)) days.push({ day, working: work, name: chineseName(name), source: 'library' });
  }
  return days;
}

/** The library names days as "National Day,国庆节,3". */
const chineseName = (name: string): string => name.split(',')[1] ?? name;
