import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import { GoalProgress } from './goal-progress.entity.js';

export interface GoalMonth {
  readonly goalId: string;
  readonly month: Month;
}

const COLUMNS = 'p.goal_id AS "goalId", p.month, p.version, p.text, p.author, p.written_at AS "writtenAt"';

@Injectable()
export class GoalProgressRepository {
  /** Every wording, oldest first. */
  history(manager: EntityManager, { goalId, month }: GoalMonth): Promise<GoalProgress[]> {
    return manager.find(GoalProgress, { where: { goalId, month }, order: { version: 'ASC' } });
  }

  /** The wording of each month that holds. */
  months(manager: EntityManager, goalId: string): Promise<GoalProgress[]> {
    return manager.query(
      `SELECT DISTINCT ON (p.month) ${COLUMNS} FROM goal_progress p WHERE p.goal_id = $1 ORDER BY p.month, p.version DESC`,
      [goalId],
    );
  }

  /** The last wording of every goal of the sheet up to a month. */
  latest(manager: EntityManager, sheetId: string, asOf: Month): Promise<GoalProgress[]> {
    return manager.query(
      `SELECT DISTINCT ON (p.goal_id) ${COLUMNS} FROM goal_progress p JOIN goal g ON g.id = p.goal_id
       WHERE g.sheet_id = $1 AND p.month <= $2
       ORDER BY p.goal_id, p.month DESC, p.version DESC`,
      [sheetId, asOf],
    );
  }

  /** @returns false when the wording is not the one that the author has seen. */
  async add(
    manager: EntityManager,
    { goalId, month, version, text, author, writtenAt }: GoalProgress,
  ): Promise<boolean> {
    const added: unknown[] = await manager.query(
      `INSERT INTO goal_progress (goal_id, month, version, text, author, written_at)
       SELECT $1::uuid, $2::text, $3::int, $4, $5, $6
       WHERE $3 = 1 + (SELECT coalesce(max(version), 0) FROM goal_progress WHERE goal_id = $1 AND month = $2)
       ON CONFLICT DO NOTHING RETURNING version`,
      [goalId, month, version, text, author, writtenAt],
    );
    return added.length > 0;
  }
}
