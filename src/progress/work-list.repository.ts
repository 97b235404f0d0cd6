import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, departmentList } from '../common/access/actor.js';
import type { Month } from '../domain/month.js';
import type { OwedMonth, ReturnedEntry, WorkList } from './work-list.js';

const IN_SCOPE = '($2::uuid[] IS NULL OR s.department_id = ANY ($2))';
const OWN = `${IN_SCOPE} AND ($3::uuid[] IS NULL OR i.section_id = ANY ($3))`;

// As src/reminders/owed-entries.repository.ts has it: owed until it is submitted, a yearly indicator in its month only.
const OWED = `
  SELECT m.month, count(*)::int AS due, (count(*) - count(e.id))::int AS owed,
         (array_agg(s.department_id ORDER BY s.id) FILTER (WHERE e.id IS NULL))[1] AS "departmentId"
  FROM unnest($1::text[]) AS m (month)
  JOIN target_sheet s ON s.fiscal_year = left(m.month, 4)::int
  JOIN indicator i ON i.sheet_id = s.id AND (i.due_month IS NULL OR i.due_month = right(m.month, 2)::int)
  LEFT JOIN progress_entry e ON e.indicator_id = i.id AND e.month = m.month AND e.status IN ('submitted', 'approved')
  WHERE ${OWN}
  GROUP BY m.month
  HAVING count(*) > count(e.id)
  ORDER BY m.month DESC`;

const ENTRIES = `
  progress_entry e JOIN indicator i ON i.id = e.indicator_id JOIN target_sheet s ON s.id = i.sheet_id`;

const RETURNED = `
  SELECT i.id AS "indicatorId", i.name, e.month, r.actor, r.reason, (count(*) OVER ())::int AS total
  FROM ${ENTRIES}
  CROSS JOIN LATERAL (
    SELECT actor, reason FROM progress_change
    WHERE entry_id = e.id AND action = 'returned' ORDER BY version DESC LIMIT 1
  ) r
  WHERE e.status = 'returned' AND e.month = ANY ($1) AND ${OWN}
  ORDER BY e.updated_at DESC
  LIMIT $4`;

const WAITING = `
  SELECT e.month, count(*)::int AS entries
  FROM ${ENTRIES}
  WHERE e.status = 'submitted' AND e.month = ANY ($1) AND ${IN_SCOPE}
  GROUP BY e.month
  ORDER BY e.month`;

@Injectable()
export class WorkListRepository {
  owed(manager: EntityManager, months: readonly Month[], { scope, sections }: Actor): Promise<OwedMonth[]> {
    return manager.query(OWED, [months, departmentList(scope), sections]);
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

  waiting(manager: EntityManager, months: readonly Month[], { scope }: Actor): Promise<WorkList['waiting']> {
    return manager.query(WAITING, [months, departmentList(scope)]);
  }
}
