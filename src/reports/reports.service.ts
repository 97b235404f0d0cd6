import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EVERYTHING, type Scope } from '../common/access/actor.js';
import { type Page, pageOf } from '../common/http/page.js';
import { recordInAuditLog } from '../database/audit-log.js';
import { DomainError, NotFoundError } from '../domain/domain-error.js';
import { type Month, yearOf } from '../domain/month.js';
import { DepartmentsService } from '../organisation/departments.service.js';
import { ScoringService } from '../scoring/scoring.service.js';
import { TargetSheetsService } from '../targets/target-sheets.service.js';
import type { ReportQuery } from './dto/report.dto.js';
import type { Report } from './report.entity.js';
import { type ReportHeadline, ReportsRepository } from './reports.repository.js';
import { hashOf, type ReportedSheet, type ScoringReport } from './scoring-report.js';

const MAX_SHEETS = 500;

@Injectable()
export class ReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportsRepository,
    private readonly scoring: ScoringService,
    private readonly sheets: TargetSheetsService,
    private readonly departments: DepartmentsService,
  ) {}

  async list(query: ReportQuery, scope: Scope): Promise<Page<ReportHeadline>> {
    return pageOf(await this.reports.list(this.dataSource.manager, query, scope), query.limit);
  }

  /** The report as issued. @throws NotFoundError */
  async find(id: string, manager = this.dataSource.manager): Promise<Report> {
    const report = await this.reports.find(manager, id);
    if (!report) throw new NotFoundError({ zh: '报告', en: 'report' });
    return report;
  }

  /**
   * Issues a department's report for a month, in the caller's transaction. A report is never changed: when the scores
   * have changed since, a new version stands beside it; when they have not, the last one is still the report.
   */
  async issue(
    manager: EntityManager,
    departmentId: string,
    month: Month,
    at: Date,
  ): Promise<{ report: Report; isNew: boolean }> {
    const { name } = await this.departments.find(departmentId);
    await this.reports.lock(manager, departmentId);
    const content = await this.contentOf(manager, { id: departmentId, name }, month);
    const last = await this.reports.latest(manager, departmentId, month);
    const hash = hashOf(content);
    if (last?.hash === hash) return { report: last, isNew: false };
    const report = { id: uuid(), departmentId, month, version: (last?.version ?? 0) + 1, content, hash, issuedAt: at };
    await this.reports.insert(manager, report);
    await recordInAuditLog(manager, {
      action: 'report.issued',
      subjectType: 'report',
      subjectId: report.id,
      departmentId,
      after: { month, version: report.version, hash },
    });
    return { report, isNew: true };
  }

  private async contentOf(
    manager: EntityManager,
    department: { id: string; name: string },
    month: Month,
  ): Promise<ScoringReport> {
    const year = yearOf(month);
    const { items } = await this.sheets.list({ departmentId: department.id, year, limit: MAX_SHEETS }, EVERYTHING);
    if (items.length === 0) {
      throw new DomainError('nothing-to-report', {
        zh: `“${department.name}”${year} 年度没有绩效目标表。`,
        en: `“${department.name}” has no target sheets for ${year}.`,
      });
    }
    const scores = await this.scoring.scoreAndStore(
      manager,
      items.map(({ id }) => id),
      month,
    );
    const sheets: ReportedSheet[] = [];
    for (const score of scores) {
      const { project, indicators = [] } = await this.sheets.find(score.sheetId, manager);
      const named = indicators.map(({ level1, level2, name, section }) => ({
        level1,
        level2,
        name,
        section: section?.name ?? null,
      }));
      sheets.push({ title: project ?? '部门整体绩效目标', indicators: named, score });
    }
    return { department: department.name, month, sheets };
  }
}
