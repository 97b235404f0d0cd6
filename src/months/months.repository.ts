import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OwnRules } from '../calendar/deadlines.service.js';
import type { Month } from '../domain/calendar/month.js';
import type { MonthDecision } from './month-decision.entity.js';

export interface DepartmentMonth {
  readonly departmentId: string;
  readonly month: Month;
}

/** A department's month: its rules, and the decision that holds, if there is one. */
export interface MonthFacts extends DepartmentMonth {
  readonly department: string;
  readonly rules: OwnRules;
  readonly decision: Omit<MonthDecision, 'department'> | null;
}

/** People are shown by name; the login only of who has no account here any more. */
const DECIDED_BY = 'coalesce((SELECT u.display_name FROM app_user u WHERE u.username = m.actor), m.actor)';

const FACTS = `
  SELECT d.id AS "departmentId", k.month, d.name AS department,
         jsonb_build_object('dueWorkingDay', d.due_working_day, 'dueHour', d.due_hour, 'closesAfter', d.closes_after) AS rules,
         (SELECT jsonb_build_object('departmentId', m.department_id, 'month', m.month, 'version', m.version,
                   'state', m.state, 'reason', m.reason, 'openUntil', m.open_until,
                   'actor', ${DECIDED_BY}, 'decidedAt', m.decided_at)
          FROM month_decision m WHERE m.department_id = d.id AND m.month = k.month
          ORDER BY m.version DESC LIMIT 1) AS decision
  FROM unnest($1::uuid[], $2::text[]) AS k (department_id, month)
  JOIN department d ON d.id = k.department_id
  ORDER BY d.id, k.month`;

const HISTORY = `
  SELECT m.department_id AS "departmentId", m.month, m.version, m.state, m.reason, m.open_until AS "openUntil",
         ${DECIDED_BY} AS actor, m.decided_at AS "decidedAt"
  FROM month_decision m WHERE m.department_id = $1 AND m.month = $2 ORDER BY m.version`;

const LOCK = 'hashtextextended(k.key, 0)';
const lockKey = ({ departmentId, month }: DepartmentMonth): string => `month ${departmentId} ${month}`;

@Injectable()
export class MonthsRepository {
  facts(manager: EntityManager, keys: readonly DepartmentMonth[]): Promise<MonthFacts[]> {
    return manager.query(FACTS, [keys.map(({ departmentId }) => departmentId), keys.map(({ month }) => month)]);
  }

  /** Until the transaction ends, none of these months can be closed or reopened. */
  async hold(manager: EntityManager, keys: readonly DepartmentMonth[]): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock_shared(${LOCK}) FROM unnest($1::text[]) AS k (key)`, [
      keys.map(lockKey),
    ]);
  }

  /** Waits until nobody writes in the month, and keeps others from it until the transaction ends. */
  async holdAlone(manager: EntityManager, key: DepartmentMonth): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(${LOCK}) FROM (SELECT $1 AS key) AS k`, [lockKey(key)]);
  }

  history(manager: EntityManager, { departmentId, month }: DepartmentMonth): Promise<MonthDecision[]> {
    return manager.query(HISTORY, [departmentId, month]);
  }

  /** @returns false when somebody else decided in the meantime. */
  async add(manager: EntityManager, decision: MonthDecision): Promise<boolean> {
    const { departmentId, month, version, state, reason, openUntil, actor, decidedAt } = decision;
    const added: unknown[] = await manager.query(
      `INSERT INTO month_decision (department_id, month, version, state, reason, open_until, actor, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING version`,
      [departmentId, month, version, state, reason, openUntil, actor, decidedAt],
    );
    return added.length > 0;
  }
}
