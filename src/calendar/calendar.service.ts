import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../audit/audit-log.js';
import { ConflictError } from '../domain/domain-error.js';
import type { Calendar } from '../domain/calendar/working-days.js';
import type { CalendarDay } from './calendar-day.entity.js';
import { checkDays } from './calendar-checks.js';
import { CalendarRepository } from './calendar.repository.js';
import { libraryDays } from './library-days.js';

/** A year's days that differ from Monday–Friday; `version` null: nothing is known, and Monday–Friday is a guess. */
export interface YearCalendar {
  readonly year: number;
  readonly version: number | null;
  readonly items: readonly CalendarDay[];
}

/** The official calendar of holidays and make-up days, kept in a table that people can correct. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly days: CalendarRepository,
  ) {}

  /** The stored days; the library's, where nobody has stored any yet. */
  async year(year: number): Promise<YearCalendar> {
    const [calendar] = await this.years([year]);
    return calendar ?? { year, version: null, items: [] };
  }

  /** Many years with as few questions as one. */
  async years(years: readonly number[]): Promise<YearCalendar[]> {
    const { manager } = this.dataSource;
    const stored = await this.days.versions(manager, years);
    const seeds = years.filter((year) => !stored.has(year)).map((year) => ({ year, days: libraryDays(year) }));
    const known = seeds.filter(({ days }) => days.length > 0);
    for (const { year, days } of known) await manager.transaction((within) => this.days.seed(within, year, days));
    const versions = known.length > 0 ? await this.days.versions(manager, years) : stored;
    const days = await this.days.days(manager, years);
    return years.map((year) => ({
      year,
      version: versions.get(year) ?? null,
      items: days.filter(({ day }) => day.startsWith(`${year}-`)),
    }));
  }

  /** Calendars of these years in one. A year that is missing falls back to Monday–Friday. */
  async calendar(...years: number[]): Promise<Calendar> {
    return calendarOf(await this.years(years));
  }

  /** Those of the years of which nothing is known. */
  async missing(...years: number[]): Promise<number[]> {
    return unknownOf(await this.years(years));
  }

  /** @throws DomainError `calendar-invalid`, ConflictError with the current calendar */
  async replace(year: number, seen: number | null, items: readonly CalendarDay[]): Promise<YearCalendar> {
    checkDays(year, items);
    const before = await this.year(year);
    return this.dataSource.transaction(async (manager) => {
      const version = await this.days.replace(manager, year, seen, items);
      if (version === null) throw new ConflictError(before, before.version);
      const after = { year, version, items };
      await recordInAuditLog(manager, {
        action: 'calendar.changed',
        subjectType: 'calendar',
        subjectId: String(year),
        before,
        after,
      });
      return { year, version, items: await this.days.days(manager, [year]) };
    });
  }
}

export const calendarOf = (years: readonly YearCalendar[]): Calendar =>
  new Map(years.flatMap(({ items }) => items.map(({ day, working }) => [day, working])));

export const unknownOf = (years: readonly YearCalendar[]): number[] =>
  years.filter(({ version }) => version === null).map(({ year }) => year);
