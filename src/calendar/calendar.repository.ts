import { Injectable } from '@nestjs/common';
import { Between, type EntityManager } from 'typeorm';
import { CalendarDay } from './calendar-day.entity.js';
import { CalendarYear } from './calendar-year.entity.js';

@Injectable()
export class CalendarRepository {
  days(manager: EntityManager, year: number): Promise<CalendarDay[]> {
    return manager.find(CalendarDay, {
      where: { day: Between(`${year}-01-01`, `${year}-12-31`) },
      order: { day: 'ASC' },
    });
  }

  /** null: nothing is known of that year. */
  async version(manager: EntityManager, year: number): Promise<number | null> {
    return (await manager.findOneBy(CalendarYear, { year }))?.version ?? null;
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
