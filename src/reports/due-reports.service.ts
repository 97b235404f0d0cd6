import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DeadlinesService } from '../calendar/deadlines.service.js';
import { addMonths, type Month, monthsBetween, yearOf } from '../domain/month.js';
import { ContactsService } from '../organisation/contacts.service.js';
import { NotificationsService } from '../reminders/notifications.service.js';
import type { Report } from './report.entity.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

const MONTHS_BACK = 12;

/** A report that is due: the month has closed, and the department has none for it yet. */
export interface DueReport {
  readonly departmentId: string;
  readonly month: Month;
}

@Injectable()
export class DueReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportsService,
    private readonly repository: ReportsRepository,
    private readonly deadlines: DeadlinesService,
    private readonly contacts: ContactsService,
    private readonly notifications: NotificationsService,
  ) {}

  /**
   * Every closed month that has no report yet, back to the first one that a department had, at most a year. A department
   * without any report starts with the month that closed last.
   */
  async due(at: Date): Promise<DueReport[]> {
    const closed = await this.deadlines.lastClosedMonth(this.deadlines.today(at));
    const departments = await this.repository.departments(this.dataSource.manager);
    return departments.flatMap(({ id, years, reported }) => {
      const first = reported.reduce((earliest, month) => (month < earliest ? month : earliest), closed);
      const oldest = addMonths(closed, 1 - MONTHS_BACK);
      return monthsBetween(first > oldest ? first : oldest, closed)
        .filter((month) => years.includes(yearOf(month)) && !reported.includes(month))
        .map((month) => ({ departmentId: id, month }));
    });
  }

  /** Issues what is due, each report in a transaction of its own, and tells the heads and the performance office. */
  async issueDue(at: Date): Promise<number> {
    const due = await this.due(at);
    for (const { departmentId, month } of due) await this.issue(departmentId, month, at);
    return due.length;
  }

  issue(departmentId: string, month: Month, at: Date): Promise<Report> {
    return this.dataSource.transaction(async (manager) => {
      const { report, isNew } = await this.reports.issue(manager, departmentId, month, at);
      if (isNew) await this.announce(manager, report, at);
      return report;
    });
  }

  private async announce(manager: EntityManager, report: Report, at: Date): Promise<void> {
    const readers = await this.contacts.withDuty(report.departmentId, ['head', 'office']);
    const today = this.deadlines.today(at);
    const planned = readers.map(({ id }) => ({
      contactId: id,
      subject: report.id,
      dueDate: today,
      stage: 'issued',
      reason: { month: report.month, version: report.version },
    }));
    if (planned.length > 0)
      await this.notifications.notify(manager, 'report-issued', planned, { topic: report.id, localDate: today, at });
  }
}
