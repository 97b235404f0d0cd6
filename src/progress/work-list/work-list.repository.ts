import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, departmentList } from '../../common/access/actor.js';
import type { Month } from '../../domain/calendar/month.js';
import { answered, HANDED_IN, owesByItself, owesReopened } from './owed-months.js';
import type { OwedMonth, ReturnedEntry, WorkList } from './work-list.js';

const IN_SCOPE = '($1::uuid[] IS NULL OR s.department_id = ANY ($1))';
const OWN = `${IN_SCOPE} AND ($2::uuid[] IS NULL OR i.section_id = ANY ($2))`;

const COLUMNS = 'fiscal_year, from_month, until_month, target_date, aggregation, due_month, first_month, end_month';

// Due and answered are counted apart, so that nothing has to stand beside each indicator and month of a province; written
// out, not materialized, `own` can be read in parallel. What one answer settles, the month of its own entry or that of the
// day of a `by` target, is one place of `answered`, however many entries say it.
const OWED = `
  WITH own AS NOT MATERIALIZED (
    SELECT f.*, s.fiscal_year FROM target_sheet s JOIN indicator i ON i.sheet_id = s.id
    JOIN indicator_in_force f ON f.indicator_id = i.id
    WHERE s.fiscal_year IN (SELECT left(month, 4)::int FROM unnest($3::text[]) AS m (month)) AND ${OWN}
  ), due AS (
    SELECT m.month, x.indicators
    FROM unnest($3::text[]) AS m (month)
    JOIN (SELECT ${COLUMNS}, count(*) AS indicators FROM own GROUP BY ${COLUMNS}) x
      ON x.fiscal_year = left(m.month, 4)::int AND ${owesByItself('x', 'm.month')}
    UNION ALL
    SELECT e.month, count(*) FROM own JOIN progress_entry e ON e.indicator_id = own.indicator_id
    WHERE e.month = ANY ($3) AND e.last_approved IS NOT NULL
      AND ${owesReopened('own', 'e.month')} AND NOT ${owesByItself('own', 'e.month')}
      AND NOT ${answered('own', 'e.month', HANDED_IN)}
    GROUP BY e.month
  ), answered AS (
    SELECT e.month, count(*) AS entries FROM own JOIN progress_entry e ON e.indicator_id = own.indicator_id
    WHERE own.target_date IS NULL AND e.month = ANY ($3) AND e.status IN ('submitted', 'approved')
      AND ${owesByItself('own', 'e.month')}
    GROUP BY e.month
    UNION ALL
    SELECT m.month, count(DISTINCT own.indicator_id)
    FROM own JOIN unnest($3::text[]) AS m (month) ON ${owesByItself('own', 'm.month')}
    WHERE own.target_date IS NOT NULL AND ${answered('own', 'm.month', HANDED_IN)}
    GROUP BY m.month
  )
  SELECT month, due, due - done AS owed
  FROM (SELECT month, sum(indicators)::int AS due FROM due GROUP BY month) d
  LEFT JOIN LATERAL (SELECT coalesce(sum(entries), 0)::int AS done FROM answered a WHERE a.month = d.month) a ON true
  WHERE due > done
  ORDER BY month DESC`;

const ENTRIES = `
  progress_entry e JOIN indicator i ON i.id = e.indicator_id JOIN target_sheet s ON s.id = i.sheet_id`;

// What came back and what waits is there until somebody does it, whatever month or year it is of.
const RETURNED = `
  SELECT i.id AS "indicatorId", i.name, e.month, sent.back AS action, coalesce(u.display_name, r.actor) AS actor, r.reason,
         (count(*) OVER ())::int AS total
  FROM ${ENTRIES}
  CROSS JOIN LATERAL (SELECT CASE e.status WHEN 'draft' THEN 'reopened' ELSE 'returned' END AS back) sent
  LEFT JOIN LATERAL (
    SELECT actor, reason FROM progress_change
    WHERE entry_id = e.id AND action = sent.back ORDER BY version DESC LIMIT 1
  ) r ON true
  LEFT JOIN app_user u ON u.username = r.actor
  WHERE (e.status = 'returned' OR e.status = 'draft' AND e.last_approved IS NOT NULL) AND ${OWN}
  ORDER BY e.updated_at DESC
  LIMIT $3`;

const WAITING = `
  SELECT e.month, count(*)::int AS entries
  FROM ${ENTRIES}
  WHERE e.status = 'submitted' AND ${IN_SCOPE} AND NOT $2 = ANY (e.authors)
  GROUP BY e.month
  ORDER BY e.month`;

const ASSIGNED = `
  SELECT EXISTS (SELECT FROM target_sheet s JOIN indicator i ON i.sheet_id = s.id WHERE ${OWN}) AS assigned`;

const TWO_DEPARTMENTS = 'SELECT id FROM department LIMIT 2';

@Injectable()
export class WorkListRepository {
  owed(manager: EntityManager, months: readonly Month[], { scope, sections }: Actor): Promise<OwedMonth[]> {
    return manager.query(OWED, [departmentList(scope), sections, months]);
  }

  async isAssigned(manager: EntityManager, { scope, sections }: Actor): Promise<boolean> {
    const [row]: { assigned: boolean }[] = await manager.query(ASSIGNED, [departmentList(scope), sections]);
    return row?.assigned ?? false;
  }

  /** null: there are several or none. */
  async onlyDepartment(manager: EntityManager): Promise<string | null> {
    const [row, ...others]: { id: string }[] = await manager.query(TWO_DEPARTMENTS);
    return row && others.length === 0 ? row.id : null;
  }

  async returned(
    manager: EntityManager,
    { scope, sections }: Actor,
    limit: number,
  ): Promise<Pick<WorkList, 'returned' | 'returnedTotal'>> {
    const parameters = [departmentList(scope), sections, limit];
    const rows: (ReturnedEntry & { total: number })[] = await manager.query(RETURNED, parameters);
    return { returned: rows.map(({ total: _, ...entry }) => entry), returnedTotal: rows[0]?.total ?? 0 };
  }

  waiting(manager: EntityManager, { scope, name }: Actor): Promise<WorkList['waiting']> {
    return manager.query(WAITING, [departmentList(scope), name]);
  }
}
