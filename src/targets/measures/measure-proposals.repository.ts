import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';

/** Indicators that read as one measured value; a person says whether they are. */
export interface MeasureProposal {
  readonly departmentId: string;
  readonly fiscalYear: number;
  readonly name: string;
  /** The measure that feeds some of them already, to be linked with the others; null: one would be made. */
  readonly measureId: string | null;
  readonly indicators: readonly {
    readonly id: string;
    readonly sheetId: string;
    /** null: the sheet of the whole department. */
    readonly project: string | null;
  }[];
}

export interface ProposalQuery {
  readonly departmentId?: string | null;
  /** Only what concerns one of these sheets. */
  readonly sheetIds?: readonly string[] | null;
}

const MOST = 200;

// Alike in all that makes up an entry and its target; whoever has said that two are different things is not asked again
// while each is fed by a measure of its own.
const PROPOSALS = `
  SELECT s.department_id AS "departmentId", s.fiscal_year AS "fiscalYear", min(i.name) AS name,
         min(i.measure_id::text)::uuid AS "measureId",
         jsonb_agg(jsonb_build_object('id', i.id, 'sheetId', s.id, 'project', s.project) ORDER BY i.id) AS indicators
  FROM indicator i JOIN target_sheet s ON s.id = i.sheet_id
  WHERE ($1::uuid[] IS NULL OR s.department_id = ANY ($1)) AND ($2::uuid IS NULL OR s.department_id = $2)
  GROUP BY s.department_id, s.fiscal_year, regexp_replace(i.name, '\\s', '', 'g'), i.comparator, i.target, i.target_upper,
           i.target_text, i.target_date, i.unit, i.per, i.aggregation
  HAVING count(*) > 1 AND count(DISTINCT i.measure_id) < 2 AND bool_or(i.measure_id IS NULL)
     AND ($3::uuid[] IS NULL OR bool_or(s.id = ANY ($3)))
  ORDER BY s.department_id, s.fiscal_year, min(i.id::text)
  LIMIT ${MOST}`;

@Injectable()
export class MeasureProposalsRepository {
  list(
    manager: EntityManager,
    { departmentId = null, sheetIds = null }: ProposalQuery,
    scope: Scope,
  ): Promise<MeasureProposal[]> {
    return manager.query(PROPOSALS, [departmentList(scope), departmentId, sheetIds]);
  }
}
