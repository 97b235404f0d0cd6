import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inScope, type Scope } from '../common/access/actor.js';
import type { Month } from '../domain/month.js';
import type { ReportQuery } from './dto/report.dto.js';
import { Report } from './report.entity.js';

export type ReportHeadline = Omit<Report, 'content'>;

@Injectable()
export class ReportsRepository {
  find(manager: EntityManager, id: string): Promise<Report | null> {
    return manager.findOneBy(Report, { id });
  }

  latest(manager: EntityManager, departmentId: string, month: Month): Promise<Report | null> {
    return manager.findOne(Report, { where: { departmentId, month }, order: { version: 'DESC' } });
  }

  /** Newest first, without the content. */
  list(
    manager: EntityManager,
    { departmentId, month, limit, cursor }: ReportQuery,
    scope: Scope,
  ): Promise<ReportHeadline[]> {
    const query = manager
      .createQueryBuilder(Report, 'report')
      .select(['id', 'departmentId', 'month', 'version', 'hash', 'issuedAt'].map((column) => `report.${column}`))
      .where(inScope<Report>(scope, 'departmentId'))
      .orderBy('report.id', 'DESC')
      .take(limit + 1);
    if (departmentId) query.andWhere('report.departmentId = :departmentId', { departmentId });
    if (month) query.andWhere('report.month = :month', { month });
    if (cursor) query.andWhere('report.id < :cursor', { cursor });
    return query.getMany();
  }

  async insert(manager: EntityManager, report: Report): Promise<void> {
    await manager.insert(Report, report);
  }

  /** One report after the other per department: two at once would both take the next version. */
  async lock(manager: EntityManager, departmentId: string): Promise<void> {
    await manager.query('SELECT 1 FROM department WHERE id = $1 FOR NO KEY UPDATE', [departmentId]);
  }

  /** Departments that have targets, with the years of these and the months they have reports for. */
  departments(manager: EntityManager): Promise<{ id: string; years: number[]; reported: Month[] }[]> {
    return manager.query(
      `SELECT s.department_id AS id, array_agg(DISTINCT s.fiscal_year) AS years,
              ARRAY(SELECT DISTINCT r.month FROM report r WHERE r.department_id = s.department_id) AS reported
       FROM target_sheet s
       GROUP BY s.department_id
       ORDER BY s.department_id`,
    );
  }
}
