import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';
import type { Month } from '../../domain/calendar/month.js';
import { answered, HANDED_IN, owes } from '../work-list/owed-months.js';
import type { MonthGridQuery } from './dto/month-grid.query.js';

export interface GridDepartment {
  readonly id: string;
  readonly name: string;
}

export interface OpenEntries {
  readonly departmentId: string;
  readonly month: Month;
  readonly asked: number;
  readonly missing: number;
  readonly waiting: number;
}

const CHOSEN = `
  FROM department d
  WHERE ($2::uuid[] IS NULL OR d.id = ANY ($2)) AND ($3::text IS NULL OR position(lower($3) IN lower(d.name)) > 0)
    AND EXISTS (SELECT FROM target_sheet s WHERE s.department_id = d.id AND s.fiscal_year = $1)`;

const PAGE = `
  SELECT d.id, d.name ${CHOSEN}
    AND ($4::uuid IS NULL OR (d.name, d.id) > (SELECT name, id FROM department WHERE id = $4))
  ORDER BY d.name, d.id LIMIT $5`;

const OPEN = `
  SELECT s.department_id AS "departmentId", m.month,
    (count(*) FILTER (WHERE ${owes('f', 'm.month')}))::int AS asked,
    (count(*) FILTER (WHERE ${owes('f', 'm.month')} AND NOT ${answered('f', 'm.month', HANDED_IN)}))::int AS missing,
    (count(*) FILTER (WHERE e.status = 'submitted'))::int AS waiting
  FROM unnest($2::text[]) AS m (month)
  JOIN target_sheet s ON s.fiscal_year = left(m.month, 4)::int AND s.department_id = ANY ($1)
  JOIN indicator i ON i.sheet_id = s.id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND m.month >= f.from_month AND m.month < f.until_month
  LEFT JOIN progress_entry e ON e.indicator_id = i.id AND e.month = m.month
  GROUP BY s.department_id, m.month`;

@Injectable()
export class MonthGridRepository {
  departments(manager: EntityManager, { cursor, ...query }: MonthGridQuery, scope: Scope): Promise<GridDepartment[]> {
    return manager.query(PAGE, [...chosen(query, scope), cursor, query.limit + 1]);
  }

  async total(manager: EntityManager, query: MonthGridQuery, scope: Scope): Promise<number> {
    const [{ count }]: [{ count: number }] = await manager.query(
      `SELECT count(*)::int AS count ${CHOSEN}`,
      chosen(query, scope),
    );
    return count;
  }

  open(manager: EntityManager, departmentIds: readonly string[], months: readonly Month[]): Promise<OpenEntries[]> {
    return manager.query(OPEN, [departmentIds, months]);
  }
}

const chosen = ({ year, search }: Pick<MonthGridQuery, 'year' | 'search'>, scope: Scope) => [
  year,
  departmentList(scope),
  search,
];
