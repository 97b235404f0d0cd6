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
    const { manager } = this.dataSource;
    if ((await this.days.version(manager, year)) === null) {
      const known = libraryDays(year);
      if (known.length > 0) await manager.transaction((within) => this.days.seed(within, year, known));
    }
    return { year, version: await this.days.version(manager, year), items: await this.days.days(manager, year) };
  }

  /** Calendars of these years in one. A year that is missing falls back to Monday–Friday. */
  async calendar(...years: number[]): Promise<Calendar> {
    const calendars = await Promise.all(years.map((year) => this.year(year)));
    return new Map(calendars.flatMap(({ items }) => items.map(({ day, working }) => [day, working])));
  }

  /** Those of the years of which nothing is known. */
  async missing(...years: number[]): Promise<number[]> {
    const calendars = await Promise.all(years.map((year) => this.year(year)));
    return calendars.filter(({ version }) => version === null).map(({ year }) => year);
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
      return { year, version, items: await this.days.days(manager, year) };
    });
  }
}
