import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';

export interface OwnersCriteria {
  readonly year?: number;
  readonly departmentId?: string;
  readonly sheetId?: string;
  readonly importId?: string;
  readonly sectionId?: string;
  readonly search?: string;
  readonly unowned?: boolean;
}

/** An indicator as whoever looks for its owner sees it. */
export interface OwnedIndicator {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly raw: string;
  readonly sheetId: string;
  readonly fiscalYear: number;
  /** null: the sheet of the department as a whole. */
  readonly project: string | null;
  readonly departmentId: string;
  readonly department: string;
  readonly sectionId: string | null;
  readonly section: string | null;
  readonly sectionDisabled: boolean;
  /** Whether another indicator takes its figures from the same measure: entered once, owned together. */
  readonly isShared: boolean;
  readonly sectionPrinted: string | null;
}

export interface HeldIndicator {
  readonly id: string;
  /** What feeds it together with others; null: it is entered by itself. */
  readonly measureId: string | null;
  readonly version: number;
  readonly name: string;
  readonly sectionId: string | null;
  readonly departmentId: string;
}

export interface Ownership {
  readonly id: string;
  readonly sectionId: string | null;
}

const CHOSEN = `
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  WHERE ($1::int IS NULL OR s.fiscal_year = $1) AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2))
    AND ($3::uuid IS NULL OR s.department_id = $3) AND ($4::uuid IS NULL OR s.id = $4)
    AND ($5::uuid IS NULL OR s.import_id = $5)
    AND ($6::text IS NULL OR position(lower($6) IN lower(i.name || ' ' || coalesce(s.project, ''))) > 0)
    AND ($7::uuid IS NULL OR i.section_id = $7)`;

const page = (unowned: boolean): string => `
  SELECT page.id, page.version, page.name, page.raw, page.sheet_id AS "sheetId", page.project,
         page.fiscal_year AS "fiscalYear",
         page.department_id AS "departmentId", d.name AS department, page.section_id AS "sectionId", c.name AS section,
         coalesce(c.disabled, false) AS "sectionDisabled", page.section_printed AS "sectionPrinted",
         EXISTS (SELECT FROM indicator o WHERE o.measure_id = page.measure_id AND o.id <> page.id) AS "isShared"
  FROM (SELECT i.id, i.version, i.name, i.raw, i.sheet_id, i.ordinal, i.section_id, i.section_printed, i.measure_id,
          s.project,
          s.fiscal_year, s.department_id
        ${CHOSEN} ${unowned ? 'AND i.section_id IS NULL' : ''}
          AND ($8::uuid IS NULL OR (i.sheet_id, i.ordinal) > (SELECT sheet_id, ordinal FROM indicator WHERE id = $8))
        ORDER BY i.sheet_id, i.ordinal LIMIT $9) page
  JOIN department d ON d.id = page.department_id
  LEFT JOIN section c ON c.id = page.section_id
  ORDER BY page.sheet_id, page.ordinal`;

const COUNTS = `SELECT count(*)::int AS total, (count(*) FILTER (WHERE i.section_id IS NULL))::int AS unowned ${CHOSEN}`;

const HOLD = `
  SELECT i.id, i.measure_id AS "measureId", i.version, i.name, i.section_id AS "sectionId", s.department_id AS "departmentId"
  FROM indicator i JOIN target_sheet s ON s.id = i.sheet_id
  WHERE i.id = ANY ($1) ORDER BY i.id FOR NO KEY UPDATE OF i`;

const OWN = `
  UPDATE indicator i SET section_id = o.section_id, version = i.version + 1
  FROM unnest($1::uuid[], $2::uuid[]) AS o (id, section_id) WHERE i.id = o.id`;

// What a measure feeds is entered once: whoever gets one of its indicators gets the others.
const TOGETHER = `
  SELECT i.id, i.measure_id AS "measureId", i.version, i.name, i.section_id AS "sectionId",
         s.department_id AS "departmentId", o.section_id AS "given"
  FROM unnest($1::uuid[], $2::uuid[]) AS o (id, section_id)
  JOIN indicator named ON named.id = o.id
  JOIN indicator i ON i.measure_id = named.measure_id AND NOT i.id = ANY ($1)
  JOIN target_sheet s ON s.id = i.sheet_id
  WHERE i.section_id IS DISTINCT FROM o.section_id
  ORDER BY i.id FOR NO KEY UPDATE OF i`;

// Whoever owns all that a measure feeds enters it.
const FOLLOW = `
  UPDATE measure m SET section_id = fed.section_id, version = m.version + 1
  FROM (
    SELECT measure_id, (array_agg(section_id))[1] AS section_id FROM indicator
    WHERE measure_id IN (SELECT measure_id FROM indicator WHERE id = ANY ($1))
    GROUP BY measure_id HAVING count(DISTINCT section_id) = 1 AND count(section_id) = count(*)
  ) fed, measure old
  WHERE m.id = fed.measure_id AND old.id = m.id AND m.section_id IS DISTINCT FROM fed.section_id
  RETURNING m.id, m.department_id AS "departmentId", old.section_id AS before, m.section_id AS after`;

const BY_IMPORT = `
  SELECT s.import_id AS "importId", count(*)::int AS unowned
  FROM target_sheet s JOIN indicator i ON i.sheet_id = s.id AND i.section_id IS NULL
  WHERE s.import_id = ANY ($1) GROUP BY s.import_id`;

@Injectable()
export class OwnersRepository {
  list(
    manager: EntityManager,
    criteria: OwnersCriteria,
    scope: Scope,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
  ): Promise<OwnedIndicator[]> {
    return manager.query(page(criteria.unowned ?? false), [...parameters(criteria, scope), cursor, limit]);
  }

  async counts(
    manager: EntityManager,
    criteria: OwnersCriteria,
    scope: Scope,
  ): Promise<{ total: number; unowned: number }> {
    const [counts]: [{ total: number; unowned: number }] = await manager.query(COUNTS, parameters(criteria, scope));
    return counts;
  }

  /** Until the transaction ends nobody else changes them. */
  hold(manager: EntityManager, ids: readonly string[]): Promise<HeldIndicator[]> {
    return manager.query(HOLD, [ids]);
  }

  async own(manager: EntityManager, owners: readonly Ownership[]): Promise<void> {
    await manager.query(OWN, [owners.map(({ id }) => id), owners.map(({ sectionId }) => sectionId)]);
  }

  /** Others that the same measures feed and that go along, held, with whose they become. */
  together(
    manager: EntityManager,
    given: readonly Ownership[],
  ): Promise<(HeldIndicator & { readonly given: string | null })[]> {
    return manager.query(TOGETHER, [given.map(({ id }) => id), given.map(({ sectionId }) => sectionId)]);
  }

  /** Measures that feed these indicators, and no others of another section. @returns those that have another owner now */
  async follow(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<{ id: string; departmentId: string; before: string | null; after: string }[]> {
    const [followed] = await manager.query<
      [{ id: string; departmentId: string; before: string | null; after: string }[]]
    >(FOLLOW, [ids]);
    return followed;
  }

  /** How many indicators of documents have no owner; those that all have one are left out. */
  async unownedByImport(manager: EntityManager, importIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { importId: string; unowned: number }[] = await manager.query(BY_IMPORT, [importIds]);
    return new Map(rows.map(({ importId, unowned }) => [importId, unowned]));
  }
}

const parameters = ({ year, departmentId, sheetId, importId, search, sectionId }: OwnersCriteria, scope: Scope) => [
  year,
  departmentList(scope),
  departmentId,
  sheetId,
  importId,
  search,
  sectionId,
];
