import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../common/access/actor.js';
import { pageOf } from '../../common/http/page.js';
import { Today } from '../../common/today.js';
import { monthOf, monthsBetween } from '../../domain/calendar/month.js';
import { monthKey, type MonthStanding, MonthsService } from '../../months/months.service.js';
import type { MonthGridQuery } from './dto/month-grid.query.js';
import { type GridDepartment, MonthGridRepository } from './month-grid.repository.js';

/** A month of a department with what it still lacks. */
export interface GridMonth extends MonthStanding {
  /** Entries that it asks for, there or not; of months to come: 0. */
  readonly asked: number;
  readonly missing: number;
  readonly waiting: number;
}

export interface GridRow {
  readonly department: GridDepartment;
  readonly months: readonly GridMonth[];
}

/** The year of many departments at a glance: which months are open, due, closed, and what each lacks. */
@Injectable()
export class MonthGridService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: MonthGridRepository,
    private readonly months: MonthsService,
    private readonly today: Today,
  ) {}

  async year(query: MonthGridQuery, scope: Scope) {
    const { manager } = this.dataSource;
    const { items, nextCursor } = pageOf(await this.repository.departments(manager, query, scope), query.limit);
    const ids = items.map(({ id }) => id);
    const months = monthsBetween(monthOf(query.year, 1), monthOf(query.year, 12));
    const over = months.filter((month) => month < this.today.date().slice(0, 7));
    const open = await this.repository.open(manager, ids, over);
    const lacking = new Map(open.map((one) => [monthKey(one), one]));
    const keys = ids.flatMap((departmentId) => months.map((month) => ({ departmentId, month })));
    const standings = await this.months.standings(keys);
    const rows = items.map((department): GridRow => {
      const own = standings.filter(({ departmentId }) => departmentId === department.id);
      return {
        department,
        months: own.map((standing) => {
          const { asked = 0, missing = 0, waiting = 0 } = lacking.get(monthKey(standing)) ?? {};
          return { ...standing, asked, missing, waiting };
        }),
      };
    });
    return { items: rows, nextCursor, total: await this.repository.total(manager, query, scope) };
  }
}
