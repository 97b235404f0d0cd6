import { Injectable } from '@nestjs/common';
import { Between, type EntityManager, In } from 'typeorm';
import { CalendarDay } from './calendar-day.entity.js';
import { CalendarYear } from './calendar-year.entity.js';

@Injectable()
export class CalendarRepository {
  /** Of all these years, in their order. */
  days(manager: EntityManager, years: readonly number[]): Promise<CalendarDay[]> {
    const where = years.map((year) => ({ day: Between(`${year}-01-01`, `${year}-12-31`) }));
    return manager.find(CalendarDay, { where, order: { day: 'ASC' } });
  }

  /** By year; one of which nothing is known has none. */
  async versions(manager: EntityManager, years: readonly number[]): Promise<Map<number, number>> {
    const rows = await manager.findBy(CalendarYear, { year: In([...years]) });
    return new Map(rows.map(({ year, version }) => [year, version]));
  }

  /** Once, however many processes seed it at the same time. */
  async seed(manager: EntityManager, year: number, days: readonly CalendarDay[]): Promise<void> {
    const { identifiers } = await manager
      .createQueryBuilder()
      .insert()
      .into(CalendarYear)
      .values({ year })
      .orIgnore()
      .execute();
    if (identifiers.length > 0)
      await manager
        .createQueryBuilder()
        .insert()
        .into(CalendarDay)
        .values([...days])
        .orIgnore()
        .execute();
  }

  /** @returns the version it has now; null when it is not the one that was seen */
  async replace(
    manager: EntityManager,
    year: number,
    seen: number | null,
    days: readonly CalendarDay[],
  ): Promise<number | null> {
    const [row]: { version: number }[] =
      seen === null
        ? await manager.query('INSERT INTO calendar_year (year) VALUES ($1) ON CONFLICT DO NOTHING RETURNING version', [
            year,
          ])
        : (
            await manager.query<[{ version: number }[], number]>(
              'UPDATE calendar_year SET version = version + 1 WHERE year = $1 AND version = $2 RETURNING version',
              [year, seen],
            )
          )[0];
    if (!row) return null;
    await manager.delete(CalendarDay, { day: Between(`${year}-01-01`, `${year}-12-31`) });
    await manager.insert(CalendarDay, [...days]);
    return row.version;
  }
}
