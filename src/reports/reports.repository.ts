import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { inScope, type Scope } from '../common/access/actor.js';
import type { OwnRules } from '../calendar/deadlines.service.js';
import type { Month } from '../domain/calendar/month.js';
import type { ReportQuery } from './dto/report.dto.js';
import type { Frozen } from './content/earlier-shapes.js';
import type { ReportScope } from './content/report-content.js';
import { Report } from './report.entity.js';
import type { ReportSubject } from './report-subject.js';

/** A report in a list: without what it says. */
export interface ReportHeadline extends Omit<Report, 'content'> {
  /** Of the department now; null: of the whole installation. */
  readonly department: string | null;
  /** Of the sheet; null where that is a whole department's. */
  readonly project: string | null;
  /** Who issued it, by name where it was a person. */
  readonly person: string;
}

const HEADLINE = [
  'id',
  'kind',
  'departmentId',
  'sheetId',
  'month',
  'version',
  'reason',
  'hash',
  'issuedBy',
  'issuedAt',
] as const;

const OF_SCOPE: Readonly<Record<ReportScope, string>> = {
  installation: 'report.departmentId IS NULL',
  department: 'report.departmentId IS NOT NULL AND report.sheetId IS NULL',
  sheet: 'report.sheetId IS NOT NULL',
};

/** A department that has targets, or the whole installation (null): its deadlines, and the months it has scoring reports for. */
export interface ReportedMonths {
  readonly departmentId: string | null;
  readonly years: readonly number[];
  readonly rules: readonly OwnRules[];
  readonly reported: readonly Month[];
}

@Injectable()
export class ReportsRepository {
  find(manager: EntityManager, id: string): Promise<Report | null> {
    return manager.findOneBy(Report, { id });
  }

  /** The content exactly as it was frozen, in whichever shape. */
  async frozen(manager: EntityManager, id: string): Promise<Frozen> {
    const [row]: { content: Frozen }[] = await manager.query('SELECT content FROM report WHERE id = $1', [id]);
    return row?.content ?? {};
  }

  latest(manager: EntityManager, { kind, departmentId, sheetId, month }: ReportSubject): Promise<Report | null> {
    const where = { kind, month, departmentId: departmentId ?? IsNull(), sheetId: sheetId ?? IsNull() };
    return manager.findOne(Report, { where, order: { version: 'DESC' } });
  }

  /** Newest first, without the content. */
  async list(manager: EntityManager, query: ReportQuery, scope: Scope): Promise<ReportHeadline[]> {
    const { kind, departmentId, sheetId, month, limit, cursor } = query;
    const search = manager
      .createQueryBuilder(Report, 'report')
      .select(HEADLINE.map((column) => `report.${column}`))
      .addSelect('(SELECT d.name FROM department d WHERE d.id = report.department_id)', 'department')
      .addSelect('(SELECT s.project FROM target_sheet s WHERE s.id = report.sheet_id)', 'project')
      .addSelect(
        'coalesce((SELECT u.display_name FROM app_user u WHERE u.username = report.issued_by), report.issued_by)',
        'person',
      )
      .where(inScope<Report>(scope, 'departmentId'))
      .orderBy('report.id', 'DESC')
      .limit(limit + 1);
    if (kind) search.andWhere('report.kind = :kind', { kind });
    if (departmentId) search.andWhere('report.departmentId = :departmentId', { departmentId });
    if (sheetId) search.andWhere('report.sheetId = :sheetId', { sheetId });
    if (query.scope) search.andWhere(OF_SCOPE[query.scope]);
    if (month) search.andWhere('report.month = :month', { month });
    if (cursor) search.andWhere('report.id < :cursor', { cursor });
    const { entities, raw } =
      await search.getRawAndEntities<Pick<ReportHeadline, 'department' | 'project' | 'person'>>();
    return entities.map((report, place) => {
      const { department = null, project = null, person = report.issuedBy } = raw[place] ?? {};
      return { ...report, department, project, person };
    });
  }

  async insert(manager: EntityManager, report: Report): Promise<void> {
    await manager.insert(Report, report);
  }

  /** One after the other: two at once would both take the next version. Until the end of the transaction. */
  async lock(manager: EntityManager, { kind, departmentId, sheetId, month }: ReportSubject): Promise<void> {
    const key = ['report', kind, departmentId, sheetId, month].join(' ');
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }

  /** Departments that have targets, and the installation last. */
  reportedMonths(manager: EntityManager): Promise<ReportedMonths[]> {
    return manager.query(
      `SELECT s.department_id AS "departmentId", array_agg(DISTINCT s.fiscal_year) AS years,
              jsonb_agg(DISTINCT jsonb_build_object('dueWorkingDay', d.due_working_day, 'dueHour', d.due_hour,
                                                    'closesAfter', d.closes_after)) AS rules,
              ARRAY(SELECT DISTINCT r.month FROM report r
                    WHERE r.kind = 'scoring' AND r.sheet_id IS NULL
                      AND r.department_id IS NOT DISTINCT FROM s.department_id) AS reported
       FROM target_sheet s
       JOIN department d ON d.id = s.department_id
       GROUP BY GROUPING SETS ((s.department_id), ())
       HAVING count(*) > 0
       ORDER BY s.department_id NULLS LAST`,
    );
  }
}
