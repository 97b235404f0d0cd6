import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';
import type { OrganisationQuery } from '../dto/organisation.query.js';

/** A department with what it consists of, and whom it lacks. */
export interface DepartmentOverview {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  /** Of the department above. */
  readonly parent: string | null;
  readonly disabled: boolean;
  readonly version: number;
  readonly sections: number;
  readonly people: number;
  /** Nobody is its head. */
  readonly headless: boolean;
  /** Sections for which nobody reports. */
  readonly withoutReporter: number;
  /** People whom no mail reaches. */
  readonly withoutAddress: number;
}

// What is disabled lacks nobody.
const OVERVIEW = `
  SELECT d.id, d.name, d.parent_id AS "parentId", p.name AS parent, d.disabled, d.version,
    s.sections, c.people, NOT d.disabled AND NOT c.headed AS headless,
    CASE WHEN d.disabled THEN 0 ELSE s."withoutReporter" END AS "withoutReporter",
    CASE WHEN d.disabled THEN 0 ELSE c."withoutAddress" END AS "withoutAddress"
  FROM department d
  LEFT JOIN department p ON p.id = d.parent_id
  JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE NOT s.disabled))::int AS sections,
      (count(*) FILTER (WHERE NOT s.disabled AND NOT EXISTS (
        SELECT FROM contact r WHERE r.department_id = s.department_id AND coalesce(r.section_id, s.id) = s.id
          AND r.active AND r.duty = 'reporter')))::int AS "withoutReporter"
    FROM section s WHERE s.department_id = d.id
  ) s ON true
  JOIN LATERAL (
    SELECT count(*)::int AS people, coalesce(bool_or(c.duty = 'head'), false) AS headed,
      (count(*) FILTER (WHERE coalesce(mailbox(c.email), '') = ''))::int AS "withoutAddress"
    FROM contact c WHERE c.department_id = d.id AND c.active
  ) c ON true
  WHERE ($1::uuid[] IS NULL OR d.id = ANY ($1)) AND ($2::text IS NULL OR position(lower($2) IN lower(d.name)) > 0)`;

const LACKING = `(headless OR "withoutReporter" > 0 OR "withoutAddress" > 0)`;

const PAGE = `
  SELECT * FROM (${OVERVIEW}) o
  WHERE ($3::boolean IS NOT TRUE OR ${LACKING})
    AND ($4::uuid IS NULL OR (o.name, o.id) > (SELECT name, id FROM department WHERE id = $4))
  ORDER BY o.name, o.id LIMIT $5`;

const COUNTS = `
  SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${LACKING}))::int AS lacking FROM (${OVERVIEW}) o`;

@Injectable()
export class OrganisationRepository {
  page(
    manager: EntityManager,
    { search, lacking, cursor }: OrganisationQuery,
    scope: Scope,
    limit: number,
  ): Promise<DepartmentOverview[]> {
    return manager.query(PAGE, [departmentList(scope), search, lacking, cursor, limit]);
  }

  async counts(
    manager: EntityManager,
    { search }: OrganisationQuery,
    scope: Scope,
  ): Promise<{ total: number; lacking: number }> {
    const [counts]: [{ total: number; lacking: number }] = await manager.query(COUNTS, [departmentList(scope), search]);
    return counts;
  }
}
