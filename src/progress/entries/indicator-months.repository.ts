import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, departmentList } from '../../common/access/actor.js';
import type { Indicator, Period, TargetFrom } from '../../domain/indicator.js';
import type { IndicatorMonthsQuery } from './dto/indicator-months.query.js';
import { EMPTY, type ProgressEntry } from './progress-entry.entity.js';

/** What held of an indicator from a month on; decimal strings. */
export interface HeldFrom extends TargetFrom, Pick<Indicator, 'unit' | 'weight' | 'rule'> {
  readonly targetText: string | null;
}

/**
 * An indicator with all entries of its year, as the monthly grid shows it; numbers are decimal strings. Target, weight,
 * rule and end are those in force in the month that was asked for.
 */
export interface IndicatorYear extends Indicator {
  readonly id: string;
  readonly level1: string;
  readonly level2: string;
  readonly targetText: string | null;
  /** Where it is entered by a measure. */
  readonly measureId: string | null;
  readonly measure: { readonly name: string; readonly sectionId: string | null } | null;
  readonly endReason: string | null;
  readonly per: Period | null;
  /** Where it was revised: all that has held of it, oldest first; months before a revision go by what held in them. */
  readonly targets: readonly HeldFrom[];
  readonly sheet: { readonly id: string; readonly project: string | null; readonly policy: string };
  readonly department: { readonly id: string; readonly name: string };
  readonly section: { readonly id: string; readonly name: string } | null;
  readonly entries: readonly Omit<ProgressEntry, 'indicatorId' | 'indicator'>[];
}

// jsonb would make numbers of the decimals, and lose 1.50.
const INDICATORS = `
  SELECT i.id, i.level1, i.level2, i.name, held.*, i.per, i.aggregation, i.due_month AS "dueMonth", i.first_month AS "firstMonth",
         i.measure_id AS "measureId",
         CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('name', m.name, 'sectionId', m.section_id) END AS measure,
         coalesce(history.list, '[]') AS targets,
         jsonb_build_object('id', s.id, 'project', s.project, 'policy', s.policy) AS sheet,
         jsonb_build_object('id', d.id, 'name', d.name) AS department,
         CASE WHEN c.id IS NULL THEN NULL ELSE jsonb_build_object('id', c.id, 'name', c.name) END AS section,
         coalesce(e.list, '[]') AS entries
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  JOIN department d ON d.id = s.department_id
  LEFT JOIN measure m ON m.id = i.measure_id
  LEFT JOIN LATERAL (
    SELECT * FROM indicator_revision WHERE indicator_id = i.id AND effective_month <= $10
    ORDER BY number DESC LIMIT 1
  ) r ON true
  CROSS JOIN LATERAL (
    SELECT i.comparator, coalesce(i.target_date, i.target::text) AS target, i.target_upper AS "targetUpper",
           i.target_text AS "targetText", i.unit, i.weight, i.rule, i.end_month AS "endMonth", i.end_reason AS "endReason"
    WHERE r.number IS NULL
    UNION ALL
    SELECT r.comparator, coalesce(r.target_date, r.target::text), r.target_upper, r.target_text, r.unit, r.weight, r.rule,
           r.end_month, r.end_reason
    WHERE r.number IS NOT NULL
  ) held
  LEFT JOIN section c ON c.id = i.section_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'from', effective_month, 'comparator', comparator, 'target', coalesce(target_date, target::text),
             'targetUpper', target_upper::text, 'targetText', target_text, 'unit', unit, 'weight', weight::text,
             'rule', rule, 'endMonth', end_month) ORDER BY number) AS list
    FROM indicator_revision WHERE indicator_id = i.id
  ) history ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'id', id, 'month', month, 'value', value::text, 'numerator', numerator::text,
             'denominator', denominator::text, 'grade', grade, 'coefficient', coefficient::text, 'completedOn', completed_on,
             'notApplicable', not_applicable, 'notApplicableReason', not_applicable_reason,
             'deviationReason', deviation_reason, 'correctiveMeasure', corrective_measure, 'note', note,
             'confirmed', confirmed, 'status', status, 'submittedBy', submitted_by, 'submittedAt', submitted_at,
             'authors', authors, 'late', late, 'lastApproved', last_approved, 'version', version,
             'updatedAt', updated_at) ORDER BY month) AS list
    FROM progress_entry WHERE indicator_id = i.id AND status <> '${EMPTY}'
  ) e ON true
  WHERE ($1::int IS NULL OR s.fiscal_year = $1)
    AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2))
    AND ($3::uuid[] IS NULL OR CASE WHEN m.id IS NULL THEN i.section_id ELSE m.section_id END = ANY ($3))
    AND ($4::uuid IS NULL OR s.department_id = $4)
    AND ($5::uuid IS NULL OR i.section_id = $5)
    AND ($6::uuid IS NULL OR i.sheet_id = $6)
    AND ($7::text IS NULL OR EXISTS (SELECT FROM progress_entry WHERE indicator_id = i.id AND status = $7))
    AND ($8::uuid IS NULL OR i.id > $8)
    AND ($11::uuid[] IS NULL OR i.id = ANY ($11) OR i.measure_id = ANY ($11))
  ORDER BY i.id
  LIMIT $9`;

@Injectable()
export class IndicatorMonthsRepository {
  /**
   * In the order in which they came in: sheet by sheet, row by row.
   * @param ids only these, and what these measures feed
   */
  list(
    manager: EntityManager,
    query: IndicatorMonthsQuery,
    { scope, sections }: Actor,
    ids: readonly string[] | null = null,
  ): Promise<IndicatorYear[]> {
    const { year, month, whose, departmentId, sectionId, sheetId, status, cursor, limit } = query;
    const own = whose === 'mine' ? sections : null;
    return manager.query(INDICATORS, [
      year,
      departmentList(scope),
      own,
      departmentId,
      sectionId,
      sheetId,
      status,
      cursor,
      limit + 1,
      month,
      ids,
    ]);
  }
}
