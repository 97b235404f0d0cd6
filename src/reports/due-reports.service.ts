import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeadlinesService } from '../calendar/deadlines.service.js';
import { addMonths, type Month, monthsBetween, yearOf } from '../domain/calendar/month.js';
import { IssuingService } from './issuing.service.js';
import { ReportsRepository } from './reports.repository.js';

const MONTHS_BACK = 12;
/** Of a sheet's report that somebody issued before the month closed. */
const ROUTINE = '月度结束，定期出具';

/** A scoring report that is due: the month has closed, and there is none for it yet. Without a department: of all, once it has closed for all. */
export interface DueReport {
  readonly departmentId: string | null;
  readonly month: Month;
}

@Injectable()
export class DueReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly issuing: IssuingService,
    private readonly repository: ReportsRepository,
    private readonly deadlines: DeadlinesService,
  ) {}

  /**
   * Every closed month that has no report yet, back to the first one that there was, at most a year. A department without
   * any report starts with the month that closed last.
   */
  async due(at: Date): Promise<DueReport[]> {
    const known = await this.repository.reportedMonths(this.dataSource.manager);
    const due: DueReport[] = [];
    for (const { departmentId, years, rules, reported } of known) {
      const closed = await this.deadlines.lastClosedMonth(this.deadlines.today(at), rules);
      const first = reported.reduce((earliest, month) => (month < earliest ? month : earliest), closed);
      const oldest = addMonths(closed, 1 - MONTHS_BACK);
      const missing = monthsBetween(first > oldest ? first : oldest, closed).filter(
        (month) => years.includes(yearOf(month)) && !reported.includes(month),
      );
      due.push(...missing.map((month) => ({ departmentId, month })));
    }
    return due;
  }

  /** Issues what is due, each in a transaction of its own. */
  async issueDue(at: Date): Promise<number> {
    const due = await this.due(at);
    for (const { departmentId, month } of due) {
      await this.issuing.issue({ kind: 'scoring', departmentId, sheetId: null, month }, { at, reason: ROUTINE });
    }
    return due.length;
  }
}
