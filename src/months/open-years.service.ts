import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openingYear } from '../domain/calendar/fiscal-year.js';
import { type Month, monthOf, yearOf } from '../domain/calendar/month.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { DepartmentMonth } from './months.repository.js';
import { MonthsService } from './months.service.js';
import { OpenWorkRepository } from './open-work.repository.js';

/** A year does not end in December (design, domain §6): which years there is still work in. */
@Injectable()
export class OpenYearsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly months: MonthsService,
    private readonly work: OpenWorkRepository,
  ) {}

  /** The year that pages open on, for somebody who sees these departments of last year. */
  async opensOn(lastYear: readonly string[], day: LocalDate): Promise<number> {
    // Asked in January only: in the other months the answer does not depend on it.
    if (openingYear(day, false) === yearOf(day)) return yearOf(day);
    const keys = lastYear.map((departmentId) => ({ departmentId, month: monthOf(yearOf(day) - 1, 12) }));
    const closed = await this.months.closedOn(this.dataSource.manager, keys, day);
    return openingYear(day, closed.length === keys.length);
  }

  /**
   * Every fiscal year that is not finished on that day, oldest first: this one and those ahead that have targets, the old
   * one until 31 January or until its December is closed everywhere, and whichever still has work in it.
   */
  async unfinished(day: LocalDate): Promise<number[]> {
    const thisYear = yearOf(day);
    const years = await this.work.years(this.dataSource.manager);
    const lastYear = years.find(({ year }) => year === thisYear - 1)?.departments ?? [];
    const ahead = years.map(({ year }) => year).filter((year) => year > thisYear);
    const withWork = (await this.workBefore(monthOf(thisYear, 1), day)).map(({ month }) => yearOf(month));
    const all = new Set([thisYear, await this.opensOn(lastYear, day), ...ahead, ...withWork]);
    return [...all].sort((a, b) => a - b);
  }

  /** Months before `month` in which a department still has something to do on that day, oldest first. */
  workBefore(month: Month, day: LocalDate): Promise<DepartmentMonth[]> {
    return this.work.before(this.dataSource.manager, month, day);
  }
}
