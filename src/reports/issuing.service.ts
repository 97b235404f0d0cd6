import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReportFactsRepository } from './content/report-facts.repository.js';
import type { Report } from './report.entity.js';
import type { ReportSubject } from './report-subject.js';
import { ReportReaders } from './report-readers.js';
import { type Issue, ReportsService } from './reports.service.js';
import { noSheet } from '../targets/sheets/errors.js';

/** How a request says what it wants a report about. */
type About = Pick<ReportSubject, 'kind' | 'month'> & { readonly departmentId?: string; readonly sheetId?: string };

/** Issues reports and tells those who are waiting for them. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportsService,
    private readonly facts: ReportFactsRepository,
    private readonly readers: ReportReaders,
  ) {}

  /** The subject that a request names. @throws NotFoundError */
  async subjectOf({ kind, departmentId, sheetId, month }: About): Promise<ReportSubject> {
    if (!sheetId) return { kind, month, departmentId: departmentId ?? null, sheetId: null };
    const owner = await this.facts.departmentOf(this.dataSource.manager, sheetId);
    if (!owner) throw noSheet();
    return { kind, month, departmentId: owner, sheetId };
  }

  /** All in one transaction; the scoring report of a department comes with those of its sheets. */
  issue(subject: ReportSubject, issue: Issue): Promise<Report> {
    return this.dataSource.transaction(async (manager) => {
      const { report, isNew } = await this.reports.issue(manager, subject, issue);
      if (subject.kind === 'scoring' && subject.departmentId !== null && subject.sheetId === null) {
        for (const { id: sheetId } of await this.facts.sheets(manager, subject)) {
          await this.reports.issue(manager, { ...subject, sheetId }, issue);
        }
        if (isNew) await this.readers.tell(manager, report, subject.departmentId);
      }
      return report;
    });
  }
}
