import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { departmentList, inScope, type Scope } from '../common/access/actor.js';
import type { TargetSheet } from '../targets/target-sheet.entity.js';
import type { Month } from '../domain/month.js';
import type { ScoredSheet } from './scored-sheet.js';
import { SheetScore } from './sheet-score.entity.js';

/** A line of the league table. */
export type ScoreHeadline = Omit<SheetScore, 'detail' | 'sheet'>;

@Injectable()
export class SheetScoresRepository {
  async upsert(manager: EntityManager, scores: readonly ScoredSheet[], scoredAt: Date): Promise<void> {
    const rows = scores.map((score) => ({
      sheetId: score.sheetId,
      asOf: score.asOf,
      policy: score.policy.name,
      policyVersion: score.policy.version,
      raw: score.raw,
      max: score.max,
      normalised: score.normalised,
      rating: score.rating,
      provisional: score.provisional,
      detail: score,
      scoredAt,
    }));
    await manager.upsert(SheetScore, rows, ['sheetId', 'asOf']);
  }

  /** Later months of the year that have a stored score. */
  async monthsAfter(manager: EntityManager, sheetId: string, month: Month): Promise<Month[]> {
    const rows = await manager.find(SheetScore, {
      select: { asOf: true },
      where: { sheetId, asOf: MoreThan(month) },
      order: { asOf: 'ASC' },
    });
    return rows.map(({ asOf }) => asOf);
  }

  /** Sheets of the month's year that have no stored score as of it. */
  async missing(manager: EntityManager, asOf: Month, scope: Scope): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `SELECT s.id FROM target_sheet s
       WHERE s.fiscal_year = left($1, 4)::int
         AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2))
         AND NOT EXISTS (SELECT 1 FROM sheet_score WHERE sheet_id = s.id AND as_of = $1)
       ORDER BY s.id`,
      [asOf, departmentList(scope)],
    );
    return rows.map(({ id }) => id);
  }

  headlines(manager: EntityManager, asOf: Month, scope: Scope): Promise<ScoreHeadline[]> {
    return manager.find(SheetScore, {
      select: {
        sheetId: true,
        asOf: true,
        policy: true,
        policyVersion: true,
        raw: true,
        max: true,
        normalised: true,
        rating: true,
        provisional: true,
        scoredAt: true,
      },
      where: { asOf, sheet: inScope<TargetSheet>(scope, 'departmentId') },
      order: { normalised: { direction: 'DESC', nulls: 'LAST' }, sheetId: 'ASC' },
    });
  }
}
