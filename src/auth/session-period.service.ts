import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../common/access/actor.js';
import { Today } from '../common/today.js';
import { Configuration } from '../config/configuration.js';
import { openingYear } from '../domain/fiscal-year.js';
import { monthOf, yearOf } from '../domain/month.js';
import { MonthsService } from '../months/months.service.js';
import { TargetSheetsService } from '../targets/target-sheets.service.js';

/** What time it is for the pages: they follow the installation's clock, not that of the reader's computer. */
export interface SessionPeriod {
  readonly timeZone: string;
  readonly now: Date;
  /** The year that pages open on. */
  readonly fiscalYear: number;
  /** Those that can be chosen, latest first. */
  readonly fiscalYears: readonly number[];
}

@Injectable()
export class SessionPeriodService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsService,
    private readonly months: MonthsService,
    private readonly today: Today,
    private readonly configuration: Configuration,
  ) {}

  async of(scope: Scope): Promise<SessionPeriod> {
    const departments = await this.sheets.departmentsByYear(scope);
    const thisYear = yearOf(this.today.date());
    const fiscalYear = await this.opensOn(departments.get(thisYear - 1) ?? []);
    const fiscalYears = [...new Set([...departments.keys(), thisYear, fiscalYear])].sort((a, b) => b - a);
    return { timeZone: this.configuration.TIME_ZONE, now: this.today.now(), fiscalYear, fiscalYears };
  }

  /** December is closed where it is for each of the departments that had targets last year. */
  private async opensOn(lastYear: readonly string[]): Promise<number> {
    const today = this.today.date();
    const december = monthOf(yearOf(today) - 1, 12);
    // Asked in January only: in the other months the answer does not depend on it.
    if (openingYear(today, false) === yearOf(today)) return yearOf(today);
    const keys = lastYear.map((departmentId) => ({ departmentId, month: december }));
    const closed = await this.months.closedOn(this.dataSource.manager, keys, today);
    return openingYear(today, closed.length === keys.length);
  }
}
