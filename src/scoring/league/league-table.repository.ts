import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList } from '../../common/access/actor.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Rating } from '../../domain/policy.js';
import type {
  ChosenSheets,
  HeatCell,
  HeatRow,
  LeagueLine,
  Loss,
  MissingReport,
  Risk,
  RolledUp,
  TableOrder,
  TablePage,
} from './league-table.js';

/** Points of many sheets together, as the database adds them. */
export type RollUpRow = Omit<RolledUp, 'rating' | 'paceRating' | 'light'>;
export type DepartmentRow = RollUpRow & HeatRow['department'] & { readonly rank: number };
export interface DepartmentMonth extends RollUpRow {
  readonly department: HeatRow['department'];
  readonly month: Month;
  /** How many there are in all. */
  readonly departments: number;
}
export type SheetMonth = Omit<HeatRow, 'cells'> & HeatCell & { readonly month: Month };

const CHOSEN = '($2::uuid[] IS NULL OR s.department_id = ANY ($2)) AND ($3::text IS NULL OR s.kind = $3)';

// What waits is few beside what there is, and has an index of its own; it does not count yet, and is not missing either.
const WAITING = `
  LEFT JOIN (
    SELECT i.sheet_id, later.as_of, count(*)::int AS entries
    FROM progress_entry e JOIN indicator i ON i.id = e.indicator_id
    JOIN (SELECT left($1, 4) || '-' || lpad(n::text, 2, '0') AS as_of FROM generate_series(1, 12) AS n) later
      ON e.month BETWEEN left($1, 4) || '-01' AND later.as_of
    WHERE e.status = 'submitted' AND e.last_approved IS NULL
    GROUP BY i.sheet_id, later.as_of
  ) waits ON waits.sheet_id = sc.sheet_id AND waits.as_of = sc.as_of`;

// The place is that among all that are looked at, whatever is searched for among them.
const ITEMS = `
  WITH ranked AS (
    SELECT sc.*, s.kind, s.project, s.funding_total, d.id AS department_id, d.name AS department,
           (rank() OVER (ORDER BY sc.pace_normalised DESC NULLS LAST))::int AS rank
    FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id JOIN department d ON d.id = s.department_id
    WHERE sc.as_of = $1 AND ${CHOSEN}
  )
  SELECT sc.sheet_id AS "sheetId", sc.as_of AS "asOf", sc.kind, sc.project, sc.funding_total AS "fundingTotal",
         jsonb_build_object('id', sc.department_id, 'name', sc.department) AS department, sc.rank,
         sc.policy, sc.policy_version AS "policyVersion", sc.raw, sc.max, sc.normalised, sc.rating, sc.provisional,
         sc.unjudged, sc.missing, coalesce(waits.entries, 0) AS waiting, sc.light, sc.pace_raw AS "paceRaw", sc.pace_max AS "paceMax", sc.pace_normalised AS "paceNormalised",
         sc.pace_rating AS "paceRating", sc.execution_rate AS "executionRate", sc.scored_at AS "scoredAt",
         (count(*) OVER ())::int AS total
  FROM ranked sc ${WAITING}
  WHERE $4::text IS NULL OR position(lower($4) IN lower(coalesce(sc.project, '') || ' ' || sc.department)) > 0
  ORDER BY ORDERED sc.pace_normalised DESC NULLS LAST, sc.normalised DESC NULLS LAST, sc.sheet_id
  LIMIT $5 OFFSET $6`;

const ORDERED: Readonly<Record<TableOrder, string>> = {
  pace: '',
  '-pace': 'sc.pace_normalised NULLS FIRST,',
  points: 'sc.normalised DESC NULLS LAST,',
  '-points': 'sc.normalised NULLS FIRST,',
  name: 'sc.department, sc.project NULLS FIRST,',
  '-name': 'sc.department DESC, sc.project DESC NULLS LAST,',
};

// Weighed by points, so that a sheet of one small project does not count as much as a department's.
const PACE =
  'sum(sc.pace_normalised * sc.pace_max) / nullif(sum(sc.pace_max) FILTER (WHERE sc.pace_normalised IS NOT NULL), 0)';

const ROLLED_UP = `
  count(*)::int AS sheets, sum(sc.raw)::text AS raw, sum(sc.max)::text AS max, bool_or(sc.provisional) AS provisional,
  sum(sc.missing)::int AS missing, coalesce(sum(waits.entries), 0)::int AS waiting, bool_and(sc.unjudged) AS unjudged,
  round(sum(sc.normalised * sc.max) / nullif(sum(sc.max) FILTER (WHERE sc.normalised IS NOT NULL), 0), 2)::text AS normalised,
  round(${PACE}, 2)::text AS "paceNormalised"`;

const DEPARTMENTS = `
  SELECT d.id, d.name, (rank() OVER (ORDER BY x."paceNormalised"::numeric DESC NULLS LAST))::int AS rank, x.*
  FROM (
    SELECT s.department_id, ${ROLLED_UP} FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id ${WAITING}
    WHERE sc.as_of = $1 AND ${CHOSEN}
    GROUP BY s.department_id
  ) x JOIN department d ON d.id = x.department_id
  ORDER BY rank, d.name, d.id
  LIMIT $4`;

// Of the departments that are furthest behind, where there are too many to look at.
const DEPARTMENT_MONTHS = `
  WITH lowest AS (
    SELECT s.department_id, count(*) OVER () AS departments
    FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id
    WHERE sc.as_of = $1 AND ${CHOSEN}
    GROUP BY s.department_id
    ORDER BY ${PACE} NULLS LAST
    LIMIT $5
  )
  SELECT jsonb_build_object('id', d.id, 'name', d.name) AS department, sc.as_of AS month, ${ROLLED_UP},
         max(lowest.departments)::int AS departments
  FROM lowest JOIN target_sheet s USING (department_id) JOIN sheet_score sc ON sc.sheet_id = s.id
  JOIN department d ON d.id = s.department_id ${WAITING}
  WHERE sc.as_of BETWEEN $4 AND $1 AND ${CHOSEN}
  GROUP BY d.id, sc.as_of
  ORDER BY d.name, d.id, sc.as_of`;

const SHEETS = `
  SELECT jsonb_build_object('id', d.id, 'name', d.name) AS department,
         jsonb_build_object('id', s.id, 'project', s.project) AS sheet,
         sc.as_of AS month, sc.normalised::text AS normalised, sc.rating, sc.provisional, sc.missing,
         coalesce(waits.entries, 0) AS waiting, sc.unjudged, sc.pace_normalised::text AS "paceNormalised", sc.pace_rating AS "paceRating", sc.light
  FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id JOIN department d ON d.id = s.department_id ${WAITING}
  WHERE sc.as_of BETWEEN $4 AND $1 AND ${CHOSEN}
  ORDER BY d.name, d.id, s.kind, s.project, s.id, sc.as_of`;

const TOTAL = `
  SELECT ${ROLLED_UP} FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id ${WAITING}
  WHERE sc.as_of = $1 AND ${CHOSEN}`;

const RATINGS = `
  SELECT sc.pace_rating AS rating, (count(*) FILTER (WHERE sc.missing = 0))::int AS sheets,
         (count(*) FILTER (WHERE sc.missing > 0))::int AS unfinished
  FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id
  WHERE sc.as_of = $1 AND ${CHOSEN}
  GROUP BY sc.pace_rating`;

const STORED_INDICATORS = `
  sheet_score sc
  JOIN target_sheet s ON s.id = sc.sheet_id
  JOIN department d ON d.id = s.department_id
  CROSS JOIN jsonb_to_recordset(sc.indicators) AS x (id uuid, score numeric, formula numeric, max numeric, "paceScore" numeric,
    light text, missing int, "atRisk" boolean, breach text)
  JOIN indicator i ON i.id = x.id
  LEFT JOIN section c ON c.id = i.section_id`;

// What is not due has no points to date that it could lack.
const LOSSES = `
  SELECT i.id AS "indicatorId", i.name, sc.sheet_id AS "sheetId", s.project,
         jsonb_build_object('id', d.id, 'name', d.name) AS department, c.name AS section,
         x.score::text AS score, x.formula::text AS formula, x."paceScore"::text AS "paceScore", x.max::text AS max,
         (x.max - x."paceScore")::text AS lost, x.light
  FROM ${STORED_INDICATORS}
  WHERE sc.as_of = $1 AND ${CHOSEN} AND x."paceScore" < x.max
  ORDER BY x.max - x."paceScore" DESC, i.id
  LIMIT $4`;

// What was reopened counts as it was approved, and is owed again all the same (design, domain §7).
const MISSING = `
  SELECT jsonb_build_object('id', d.id, 'name', d.name) AS department,
         CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name) END AS section,
         count(*)::int AS indicators, sum(x.missing + coalesce(open.reopened, 0))::int AS entries,
         coalesce(sum(open.waiting), 0)::int AS waiting
  FROM ${STORED_INDICATORS}
  LEFT JOIN (
    SELECT indicator_id, (count(*) FILTER (WHERE status = 'submitted'))::int AS waiting,
           count(last_approved)::int AS reopened
    FROM progress_entry
    WHERE (status = 'submitted' OR last_approved IS NOT NULL) AND month BETWEEN left($1, 4) || '-01' AND $1
    GROUP BY indicator_id
  ) open ON open.indicator_id = i.id
  WHERE sc.as_of = $1 AND ${CHOSEN} AND (x.missing > 0 OR open.reopened > 0)
  GROUP BY d.id, c.id
  ORDER BY entries DESC, d.name, c.name
  LIMIT $4`;

const RISKS = `
  SELECT i.id AS "indicatorId", i.name, sc.sheet_id AS "sheetId", jsonb_build_object('id', d.id, 'name', d.name) AS department,
         x.max::text AS max, x.light, (count(*) OVER ())::int AS total
  FROM ${STORED_INDICATORS}
  WHERE sc.as_of = $1 AND ${CHOSEN} AND (x.light = 'red' OR x."atRisk" OR x.breach IS NOT NULL) AND ($4::uuid[] IS NULL OR i.section_id = ANY ($4))
  ORDER BY x.max DESC, i.id
  LIMIT $5`;

/** Reads what is stored of the scores of many sheets. */
@Injectable()
export class LeagueTableRepository {
  async items(
    manager: EntityManager,
    sheets: ChosenSheets,
    { limit, offset, search, order = 'pace' }: TablePage,
  ): Promise<{ items: LeagueLine[]; total: number }> {
    const rows: (LeagueLine & { readonly total: number })[] = await manager.query(
      ITEMS.replace('ORDERED', ORDERED[order]),
      [...parameters(sheets), search ?? null, limit, offset],
    );
    return { items: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0 };
  }

  departments(manager: EntityManager, sheets: ChosenSheets, limit: number): Promise<DepartmentRow[]> {
    return manager.query(DEPARTMENTS, [...parameters(sheets), limit]);
  }

  /** The `limit` departments that are furthest behind, in every month from `first` on. */
  departmentMonths(
    manager: EntityManager,
    sheets: ChosenSheets,
    first: Month,
    limit: number,
  ): Promise<DepartmentMonth[]> {
    return manager.query(DEPARTMENT_MONTHS, [...parameters(sheets), first, limit]);
  }

  /** Every sheet in every month from `first` on. */
  sheetMonths(manager: EntityManager, sheets: ChosenSheets, first: Month): Promise<SheetMonth[]> {
    return manager.query(SHEETS, [...parameters(sheets), first]);
  }

  async total(manager: EntityManager, sheets: ChosenSheets): Promise<RollUpRow | undefined> {
    const [row]: RollUpRow[] = await manager.query(TOTAL, parameters(sheets));
    return row;
  }

  ratings(
    manager: EntityManager,
    sheets: ChosenSheets,
  ): Promise<{ rating: Rating | null; sheets: number; unfinished: number }[]> {
    return manager.query(RATINGS, parameters(sheets));
  }

  losses(manager: EntityManager, sheets: ChosenSheets, limit: number): Promise<Loss[]> {
    return manager.query(LOSSES, [...parameters(sheets), limit]);
  }

  /** Of these sections, or of all; the heaviest first. */
  risks(
    manager: EntityManager,
    sheets: ChosenSheets,
    sections: readonly string[] | null,
    limit: number,
  ): Promise<(Risk & { readonly total: number })[]> {
    return manager.query(RISKS, [...parameters(sheets), sections, limit]);
  }

  missing(manager: EntityManager, sheets: ChosenSheets, limit: number): Promise<MissingReport[]> {
    return manager.query(MISSING, [...parameters(sheets), limit]);
  }
}

const parameters = ({ asOf, scope, kind }: ChosenSheets) => [asOf, departmentList(scope), kind ?? null];
