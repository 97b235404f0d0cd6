import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../common/access/actor.js';
import type { Month } from '../domain/month.js';
import type { Rating } from '../domain/policy.js';
import type { LeagueLine, Loss, MissingReport, RolledUp } from './league-table.js';

/** Points of many sheets together, as the database adds them. */
export type RollUpRow = Omit<RolledUp, 'rating' | 'light'> & { readonly pace: string | null };

const IN_SCOPE = '($2::uuid[] IS NULL OR s.department_id = ANY ($2))';

const ITEMS = `
  SELECT sc.sheet_id AS "sheetId", sc.as_of AS "asOf", s.kind, s.project,
         jsonb_build_object('id', d.id, 'name', d.name) AS department,
         (rank() OVER (ORDER BY sc.normalised DESC NULLS LAST))::int AS rank,
         sc.policy, sc.policy_version AS "policyVersion", sc.raw, sc.max, sc.normalised, sc.rating, sc.provisional,
         sc.light, sc.pace_raw AS "paceRaw", sc.pace_max AS "paceMax", sc.execution_rate AS "executionRate",
         sc.scored_at AS "scoredAt"
  FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id JOIN department d ON d.id = s.department_id
  WHERE sc.as_of = $1 AND ${IN_SCOPE}
  ORDER BY sc.normalised DESC NULLS LAST, sc.sheet_id
  LIMIT $3 OFFSET $4`;

// Weighed by points, so that a sheet of one small project does not count as much as a department's.
const ROLLED_UP = `
  count(*)::int AS sheets, sum(sc.raw)::text AS raw, sum(sc.max)::text AS max, bool_or(sc.provisional) AS provisional,
  round(sum(sc.normalised * sc.max) / nullif(sum(sc.max) FILTER (WHERE sc.normalised IS NOT NULL), 0), 2)::text AS normalised,
  round(100 * sum(sc.pace_raw) / nullif(sum(sc.pace_max), 0), 2)::text AS pace`;

const DEPARTMENTS = `
  SELECT d.id, d.name, sc.as_of AS month, ${ROLLED_UP}
  FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id JOIN department d ON d.id = s.department_id
  WHERE sc.as_of BETWEEN $3 AND $1 AND ${IN_SCOPE}
  GROUP BY d.id, sc.as_of
  ORDER BY d.name, d.id, sc.as_of`;

const TOTAL = `
  SELECT ${ROLLED_UP} FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id
  WHERE sc.as_of = $1 AND ${IN_SCOPE}`;

const RATINGS = `
  SELECT sc.rating, count(*)::int AS sheets FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id
  WHERE sc.as_of = $1 AND ${IN_SCOPE}
  GROUP BY sc.rating`;

const STORED_INDICATORS = `
  sheet_score sc
  JOIN target_sheet s ON s.id = sc.sheet_id
  JOIN department d ON d.id = s.department_id
  CROSS JOIN jsonb_to_recordset(sc.indicators) AS x (id uuid, status text, score numeric, formula numeric, max numeric, light text, missing int)
  JOIN indicator i ON i.id = x.id
  LEFT JOIN section c ON c.id = i.section_id`;

// What nobody owes yet is not lost.
const LOSSES = `
  SELECT i.id AS "indicatorId", i.name, sc.sheet_id AS "sheetId", s.project,
         jsonb_build_object('id', d.id, 'name', d.name) AS department, c.name AS section,
         x.score::text AS score, x.formula::text AS formula, x.max::text AS max, (x.max - x.score)::text AS lost, x.light
  FROM ${STORED_INDICATORS}
  WHERE sc.as_of = $1 AND ${IN_SCOPE} AND x.score < x.max AND (x.status = 'scored' OR x.missing > 0)
  ORDER BY x.max - x.score DESC, i.id
  LIMIT $3`;

const MISSING = `
  SELECT jsonb_build_object('id', d.id, 'name', d.name) AS department,
         CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name) END AS section,
         count(*)::int AS indicators, sum(x.missing)::int AS entries
  FROM ${STORED_INDICATORS}
  WHERE sc.as_of = $1 AND ${IN_SCOPE} AND x.missing > 0
  GROUP BY d.id, c.id
  ORDER BY sum(x.missing) DESC, d.name, c.name
  LIMIT $3`;

/** Reads what is stored of the scores of many sheets. */
@Injectable()
export class LeagueTableRepository {
  items(manager: EntityManager, asOf: Month, scope: Scope, limit: number, offset: number): Promise<LeagueLine[]> {
    return manager.query(ITEMS, [asOf, departmentList(scope), limit, offset]);
  }

  /** Every department in every month from `first` to `last`. */
  departments(
    manager: EntityManager,
    first: Month,
    last: Month,
    scope: Scope,
  ): Promise<(RollUpRow & { id: string; name: string; month: Month })[]> {
    return manager.query(DEPARTMENTS, [last, departmentList(scope), first]);
  }

  async total(manager: EntityManager, asOf: Month, scope: Scope): Promise<RollUpRow | undefined> {
    const [row]: RollUpRow[] = await manager.query(TOTAL, [asOf, departmentList(scope)]);
    return row;
  }

  ratings(manager: EntityManager, asOf: Month, scope: Scope): Promise<{ rating: Rating | null; sheets: number }[]> {
    return manager.query(RATINGS, [asOf, departmentList(scope)]);
  }

  losses(manager: EntityManager, asOf: Month, scope: Scope, limit: number): Promise<Loss[]> {
    return manager.query(LOSSES, [asOf, departmentList(scope), limit]);
  }

  missing(manager: EntityManager, asOf: Month, scope: Scope, limit: number): Promise<MissingReport[]> {
    return manager.query(MISSING, [asOf, departmentList(scope), limit]);
  }
}
