import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, departmentList } from '../common/access/actor.js';
import type { Month } from '../domain/month.js';
import type { OwedMonth, ReturnedEntry, WorkList } from './work-list.js';

const IN_SCOPE = '($2::uuid[] IS NULL OR s.department_id = ANY ($2))';
const OWN = `${IN_SCOPE} AND ($3::uuid[] IS NULL OR i.section_id = ANY ($3))`;

// As src/reminders/owed-entries.repository.ts has it: owed until it is submitted, a yearly indicator in its month only.
// Due and done are counted apart, so that nothing has to stand beside each indicator and month of a province; written out, not
// materialized, `own` can be read in parallel.
const OWED = `
  WITH own AS NOT MATERIALIZED (
    SELECT i.id, i.due_month FROM target_sheet s JOIN indicator i ON i.sheet_id = s.id
    WHERE s.fiscal_year = left(($1::text[])[1], 4)::int AND ${OWN}
  ), due AS (
    SELECT m.month, sum(x.indicators)::int AS due
    FROM unnest($1::text[]) AS m (month)
    JOIN (SELECT due_month, count(*) AS indicators FROM own GROUP BY due_month) x
      ON x.due_month IS NULL OR x.due_month = right(m.month, 2)::int
    GROUP BY m.month
  ), done AS (
    SELECT e.month, count(*)::int AS done FROM own JOIN progress_entry e ON e.indicator_id = own.id
    WHERE e.month = ANY ($1) AND e.status IN ('submitted', 'approved')
      AND (own.due_month IS NULL OR own.due_month = right(e.month, 2)::int)
    GROUP BY e.month
  )
  SELECT month, due, due - coalesce(done, 0) AS owed FROM due LEFT JOIN done USING (month)
  WHERE due > coalesce(done, 0)
  ORDER BY month DESC`;

const ENTRIES = `
  progress_entry e JOIN indicator i ON i.id = e.indicator_id JOIN target_sheet s ON s.id = i.sheet_id`;

const RETURNED = `
  SELECT i.id AS "indicatorId", i.name, e.month, r.actor, r.reason, (count(*) OVER ())::int AS total
  FROM ${ENTRIES}
  LEFT JOIN LATERAL (
    SELECT actor, reason FROM progress_change
    WHERE entry_id = e.id AND action = 'returned' ORDER BY version DESC LIMIT 1
  ) r ON true
  WHERE e.status = 'returned' AND e.month = ANY ($1) AND ${OWN}
  ORDER BY e.updated_at DESC
  LIMIT $4`;

const WAITING = `
  SELECT e.month, count(*)::int AS entries
  FROM ${ENTRIES}
  WHERE e.status = 'submitted' AND e.month = ANY ($1) AND ${IN_SCOPE} AND NOT $3 = ANY (e.authors)
  GROUP BY e.month
  ORDER BY e.month`;

const FIRST_DEPARTMENT = `
  SELECT id FROM department WHERE $1::uuid[] IS NULL OR id = ANY ($1) ORDER BY id LIMIT 1`;

@Injectable()
export class WorkListRepository {
  owed(manager: EntityManager, months: readonly Month[], { scope, sections }: Actor): Promise<OwedMonth[]> {
    return manager.query(OWED, [months, departmentList(scope), sections]);
  }

  async firstDepartment(manager: EntityManager, { scope }: Actor): Promise<string | null> {
    const [row]: { id: string }[] = await manager.query(FIRST_DEPARTMENT, [departmentList(scope)]);
    return row?.id ?? null;
  }

  async returned(
    manager: EntityManager,
    months: readonly Month[],
    { scope, sections }: Actor,
    limit: number,
  ): Promise<Pick<WorkList, 'returned' | 'returnedTotal'>> {
    const parameters = [months, departmentList(scope), sections, limit];
    const rows: (ReturnedEntry & { total: number })[] = await manager.query(RETURNED, parameters);
    return { returned: rows.map(({ total: _, ...entry }) => entry), returnedTotal: rows[0]?.total ?? 0 };
  }

  waiting(manager: EntityManager, months: readonly Month[], { scope, name }: Actor): Promise<WorkList['waiting']> {
    return manager.query(WAITING, [months, departmentList(scope), name]);
  }
}
