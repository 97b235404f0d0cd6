import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { whoActs } from '../common/access/acting.js';
import { isInScope, type Scope } from '../common/access/actor.js';
import { type Page, pageOf } from '../common/http/page.js';
import { recordInAuditLog } from '../audit/audit-log.js';
import { NotFoundError } from '../domain/domain-error.js';
import { hashOf } from './content/report-content.js';
import { ReportContentService } from './content/report-content.service.js';
import type { ReportQuery } from './dto/report.dto.js';
import type { Report } from './report.entity.js';
import type { ReportSubject } from './report-subject.js';
import { type ReportHeadline, ReportsRepository } from './reports.repository.js';
import { reasonRequired } from './errors.js';
import { nothingVisible } from '../common/access/errors.js';

const WHAT = { zh: '报告', en: 'report' };

export interface Issue {
  readonly at: Date;
  /** Why there is a new version; the first one needs no reason. */
  readonly reason: string | null;
}

/** The ledger of issued reports. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportsRepository,
    private readonly content: ReportContentService,
  ) {}

  async list(query: ReportQuery, scope: Scope): Promise<Page<ReportHeadline>> {
    return pageOf(await this.reports.list(this.dataSource.manager, query, scope), query.limit);
  }

  /** The report as issued. @throws NotFoundError */
  async find(id: string, manager = this.dataSource.manager): Promise<Report> {
    const report = await this.reports.find(manager, id);
    if (!report) throw new NotFoundError(WHAT);
    return report;
  }

  /** Another report about the same subject, of whatever month or version. @throws NotFoundError */
  async findOther(report: Report, id: string): Promise<Report> {
    const other = await this.find(id);
    const isSame =
      other.kind === report.kind && other.departmentId === report.departmentId && other.sheetId === report.sheetId;
    if (!isSame) throw new NotFoundError(WHAT);
    return other;
  }

  /**
   * Issues a report, in the caller's transaction. It is never changed: when what it says has changed since, a new
   * version stands beside it; when it has not, the last one is still the report.
   * @throws DomainError `reason-required` for a new version, and as ReportContentService
   */
  async issue(
    manager: EntityManager,
    subject: ReportSubject,
    { at, reason }: Issue,
  ): Promise<{ report: Report; isNew: boolean }> {
    await this.reports.lock(manager, subject);
    const content = await this.content.contentOf(manager, subject, at);
    const last = await this.reports.latest(manager, subject);
    const hash = hashOf(content);
    // What an earlier version froze may say the same in another shape.
    if (last && hashOf(last.content) === hash) return { report: last, isNew: false };
    if (last && !reason) throw reasonRequired(last);
    const version = (last?.version ?? 0) + 1;
    const report: Report = {
      ...subject,
      id: uuid(),
      version,
      reason: last ? reason : null,
      content,
      hash,
      issuedBy: whoActs().name,
      issuedAt: at,
    };
    await this.reports.insert(manager, report);
    await recordInAuditLog(manager, {
      action: 'report.issued',
      subjectType: 'report',
      subjectId: report.id,
      departmentId: subject.departmentId,
      after: { ...subject, version, hash },
      reason: report.reason ?? undefined,
    });
    return { report, isNew: true };
  }
}

/** Somebody who may not see what a report is about finds nothing to report on. @throws NotFoundError */
export function checkScope({ departmentId }: ReportSubject, scope: Scope): void {
  if (!isInScope(scope, departmentId)) throw nothingVisible();
}
