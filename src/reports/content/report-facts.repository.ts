import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';
import type { OwnRules } from '../../calendar/deadlines.service.js';
import { type Month, yearOf } from '../../domain/calendar/month.js';
import { answered, owes } from '../../progress/work-list/owed-months.js';
import type { SpentBySource } from '../../budget/budget-execution.entity.js';
import type { ReportSubject } from '../report-subject.js';
import type { OverdueLine } from './report-content.js';

/** A sheet's name in lists, and when its department's months close. */
export interface SheetLine {
  readonly id: string;
  readonly department: string;
  readonly superior: string;
  readonly project: string | null;
  readonly rules: OwnRules;
}

export interface SheetInScope {
  readonly sheetId: string;
  readonly departmentId: string;
  readonly department: string;
  readonly project: string | null;
}

export interface Deviation {
  readonly indicatorId: string;
  readonly deviationReason: string | null;
  readonly correctiveMeasure: string | null;
}

const SHEETS = `
  SELECT s.id, d.name AS department, coalesce(p.name, d.name) AS superior, s.project,
         jsonb_build_object('dueWorkingDay', d.due_working_day, 'dueHour', d.due_hour, 'closesAfter', d.closes_after) AS rules
  FROM target_sheet s
  JOIN department d ON d.id = s.department_id
  LEFT JOIN department p ON p.id = d.parent_id
  WHERE s.fiscal_year = $1 AND ($2::uuid IS NULL OR s.department_id = $2) AND ($3::uuid IS NULL OR s.id = $3)
  ORDER BY d.name, s.department_id, s.kind, s.project, s.id`;

// Whatever is not approved counts: the forms speak of results, and the submitted are none yet.
const OVERDUE = `
  SELECT d.name AS department, c.name AS section, m.month, array_agg(i.name ORDER BY s.id, i.ordinal) AS indicators
  FROM unnest($1::text[]) AS m (month)
  JOIN target_sheet s ON s.fiscal_year = left(m.month, 4)::int
  JOIN department d ON d.id = s.department_id
  JOIN indicator i ON i.sheet_id = s.id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND ${owes('f', 'm.month')}
  LEFT JOIN section c ON c.id = i.section_id
  WHERE ($2::uuid IS NULL OR s.department_id = $2) AND ($3::uuid IS NULL OR s.id = $3)
    AND NOT ${answered('f', 'm.month', ['approved'])}
  GROUP BY d.name, s.department_id, c.name, i.section_id, m.month
  ORDER BY d.name, s.department_id, c.name NULLS LAST, i.section_id, m.month`;

const DEVIATIONS = `
  SELECT DISTINCT ON (e.indicator_id) e.indicator_id AS "indicatorId",
         e.deviation_reason AS "deviationReason", e.corrective_measure AS "correctiveMeasure"
  FROM progress_entry e
  JOIN indicator i ON i.id = e.indicator_id
  WHERE i.sheet_id = $1 AND e.status = 'approved' AND e.month BETWEEN left($2, 4) || '-01' AND $2
    AND (e.deviation_reason IS NOT NULL OR e.corrective_measure IS NOT NULL)
  ORDER BY e.indicator_id, e.month DESC`;

@Injectable()
export class ReportFactsRepository {
  sheets(manager: EntityManager, { departmentId, sheetId, month }: ReportSubject): Promise<SheetLine[]> {
    return manager.query(SHEETS, [yearOf(month), departmentId, sheetId]);
  }

  /** All sheets of the month's year that somebody sees. */
  sheetsInScope(manager: EntityManager, month: Month, scope: Scope): Promise<SheetInScope[]> {
    return manager.query(
      `SELECT s.id AS "sheetId", s.department_id AS "departmentId", d.name AS department, s.project
       FROM target_sheet s JOIN department d ON d.id = s.department_id
       WHERE s.fiscal_year = $1 AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2))
       ORDER BY d.name, s.department_id, s.id`,
      [yearOf(month), departmentList(scope)],
    );
  }

  /** Names of those of these departments that have no sheet of the month's year. */
  async withoutSheets(manager: EntityManager, month: Month, departmentIds: readonly string[]): Promise<string[]> {
    const rows: { name: string }[] = await manager.query(
      `SELECT d.name FROM department d
       WHERE d.id = ANY ($2)
         AND NOT EXISTS (SELECT FROM target_sheet s WHERE s.department_id = d.id AND s.fiscal_year = $1)
       ORDER BY d.name, d.id`,
      [yearOf(month), departmentIds],
    );
    return rows.map(({ name }) => name);
  }

  /** The department that a sheet belongs to. */
  async departmentOf(manager: EntityManager, sheetId: string): Promise<string | null> {
    const [row]: { id: string }[] = await manager.query('SELECT department_id AS id FROM target_sheet WHERE id = $1', [
      sheetId,
    ]);
    return row?.id ?? null;
  }

  /** What these months lack, by section. */
  overdue(
    manager: EntityManager,
    { departmentId, sheetId }: ReportSubject,
    months: readonly Month[],
  ): Promise<OverdueLine[]> {
    return manager.query(OVERDUE, [months, departmentId, sheetId]);
  }

  /** The last approved reason and measure of each indicator up to the month; indicators without one are left out. */
  deviations(manager: EntityManager, sheetId: string, month: Month): Promise<Deviation[]> {
    return manager.query(DEVIATIONS, [sheetId, month]);
  }

  /** By source of funding, in the last budget figures up to the month; null where only the whole is known. */
  async spentBySource(manager: EntityManager, sheetId: string, month: Month): Promise<SpentBySource | null> {
    const [row]: { spentBySource: SpentBySource | null }[] = await manager.query(
      `SELECT spent_by_source AS "spentBySource" FROM budget_execution
       WHERE sheet_id = $1 AND month <= $2 ORDER BY month DESC LIMIT 1`,
      [sheetId, month],
    );
    return row?.spentBySource ?? null;
  }

  async indicatorNames(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await manager.query(
      'SELECT id, name FROM indicator WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
