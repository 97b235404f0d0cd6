import { Injectable } from '@nestjs/common';
import type { Scope } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import { Configuration } from '../../config/configuration.js';
import { yearOf } from '../../domain/calendar/month.js';
import { OpenYearsService } from '../../months/open-years.service.js';
import { TargetSheetsService } from '../../targets/sheets/target-sheets.service.js';

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
    private readonly sheets: TargetSheetsService,
    private readonly openYears: OpenYearsService,
    private readonly today: Today,
    private readonly configuration: Configuration,
  ) {}

  async of(scope: Scope): Promise<SessionPeriod> {
    const departments = await this.sheets.departmentsByYear(scope);
    const today = this.today.date();
    const thisYear = yearOf(today);
    const fiscalYear = await this.openYears.opensOn(departments.get(thisYear - 1) ?? [], today);
    const fiscalYears = [...new Set([...departments.keys(), thisYear, fiscalYear])].sort((a, b) => b - a);
    return { timeZone: this.configuration.TIME_ZONE, now: this.today.now(), fiscalYear, fiscalYears };
  }
}
