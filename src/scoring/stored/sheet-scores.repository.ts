import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';
import type { Month } from '../../domain/calendar/month.js';
import { SheetScore } from './sheet-score.entity.js';
import type { StoredScore } from './stored-score.js';

const COLUMNS = `sheet_id, as_of, policy, policy_version, raw, max, normalised, rating, provisional, unjudged, missing, light,
  pace_raw, pace_max, pace_normalised, pace_rating, execution_rate, indicators`;

const UPSERT = `
  INSERT INTO sheet_score (${COLUMNS}, scored_at)
  SELECT "sheetId", "asOf", policy, "policyVersion", raw, max, normalised, rating, provisional, unjudged, missing, light,
         "paceRaw", "paceMax", "paceNormalised", "paceRating", "executionRate", indicators, $2
  FROM json_to_recordset($1::json) AS t (
    "sheetId" uuid, "asOf" text, policy text, "policyVersion" text, raw numeric, max numeric, normalised numeric,
    rating text, provisional boolean, unjudged boolean, missing int, light text, "paceRaw" numeric, "paceMax" numeric,
    "paceNormalised" numeric, "paceRating" text, "executionRate" numeric, indicators jsonb)
  ON CONFLICT (sheet_id, as_of) DO UPDATE SET (${COLUMNS}, scored_at) = (
    excluded.sheet_id, excluded.as_of, excluded.policy, excluded.policy_version, excluded.raw, excluded.max,
    excluded.normalised, excluded.rating, excluded.provisional, excluded.unjudged, excluded.missing, excluded.light, excluded.pace_raw,
    excluded.pace_max, excluded.pace_normalised, excluded.pace_rating, excluded.execution_rate, excluded.indicators, excluded.scored_at)`;

/** Sheets without a score as of a month. */
export interface LackingScores {
  readonly asOf: Month;
  readonly sheetIds: readonly string[];
}

const LACKING = `
  SELECT m.month AS "asOf", array_agg(s.id ORDER BY s.id) AS "sheetIds"
  FROM unnest($1::text[]) AS m (month) JOIN target_sheet s ON s.fiscal_year = left(m.month, 4)::int
  WHERE ($2::uuid[] IS NULL OR s.department_id = ANY ($2))
    AND NOT EXISTS (SELECT FROM sheet_score sc WHERE sc.sheet_id = s.id AND sc.as_of = m.month)
  GROUP BY m.month
  ORDER BY m.month`;

@Injectable()
export class SheetScoresRepository {
  async upsert(manager: EntityManager, scores: readonly StoredScore[], scoredAt: Date): Promise<void> {
    await manager.query(UPSERT, [JSON.stringify(scores), scoredAt]);
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

  /** Sheets of the scope that have no score as of these months. */
  lacking(manager: EntityManager, months: readonly Month[], scope: Scope): Promise<LackingScores[]> {
    return manager.query(LACKING, [months, departmentList(scope)]);
  }

  /** Sheets of the month's year whose score as of it is older than that moment, or missing. */
  async olderThan(manager: EntityManager, asOf: Month, moment: Date): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `SELECT s.id FROM target_sheet s LEFT JOIN sheet_score sc ON sc.sheet_id = s.id AND sc.as_of = $1
       WHERE s.fiscal_year = left($1, 4)::int AND (sc.sheet_id IS NULL OR sc.scored_at < $2)
       ORDER BY s.id`,
      [asOf, moment],
    );
    return rows.map(({ id }) => id);
  }
}
