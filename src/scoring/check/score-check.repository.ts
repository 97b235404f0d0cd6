import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import type { Policy } from '../../domain/policy.js';

/** A stored score that plain SQL computes differently; decimal strings. */
export interface DifferingScore {
  readonly sheetId: string;
  /** null: it is the sheet's total. */
  readonly indicatorId: string | null;
  readonly stored: string | null;
  readonly expected: string | null;
}

/**
 * The rules of design, domain §3 once more, in SQL and set by set, as a second opinion on every stored row. Completion is
 * a fraction cn ÷ cd of numerics; points are divided last and with 40 digits more than are printed, so that a number
 * that ends at half a hundredth is never taken for one below it.
 */
// What is approved; of a reopened entry what was approved last. Read here once more, not through the view that scoring reads.
const COUNTED = `(
    SELECT indicator_id, month,
           CASE status WHEN 'approved' THEN value ELSE (last_approved ->> 'value')::numeric END AS value,
           CASE status WHEN 'approved' THEN numerator ELSE (last_approved ->> 'numerator')::numeric END AS numerator,
           CASE status WHEN 'approved' THEN denominator ELSE (last_approved ->> 'denominator')::numeric END AS denominator,
           CASE status WHEN 'approved' THEN coefficient ELSE (last_approved ->> 'coefficient')::numeric END AS coefficient,
           CASE status WHEN 'approved' THEN completed_on ELSE last_approved ->> 'completedOn' END AS completed_on,
           CASE status WHEN 'approved' THEN not_applicable ELSE (last_approved ->> 'notApplicable') = 'true'
             END AS not_applicable
    FROM progress_entry
    WHERE (status = 'approved' OR last_approved IS NOT NULL) AND month BETWEEN left($1, 4) || '-01' AND $1)`;

const DIFFERENCES = `
  WITH policy AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS p (
      name text, "equalsAbove" text, "gradedSteps" jsonb, deviation jsonb, "executionWeight" numeric,
      "lateCompletion" numeric)
  ), reported AS MATERIALIZED (
    SELECT e.indicator_id, count(*) FILTER (WHERE NOT not_applicable) AS n,
           count(*) FILTER (WHERE not_applicable) AS na, sum(value) AS total, min(value) AS lowest, max(value) AS highest,
           sum(numerator) AS numerators, sum(denominator) AS denominators,
           max(month) FILTER (WHERE NOT not_applicable) AS last_month
    FROM ${COUNTED} e
    GROUP BY e.indicator_id
  ), in_force AS (
    SELECT i.id, i.sheet_id, i.aggregation, i.due_month, coalesce(right(i.first_month, 2)::int, 1) AS first, coalesce(r.comparator, i.comparator) AS comparator,
           coalesce(r.weight, i.weight) AS weight,
           CASE i.aggregation WHEN 'each-month' THEN 1 WHEN 'each-quarter' THEN 3 WHEN 'each-half-year' THEN 6 ELSE 0
             END AS span,
           CASE WHEN r.number IS NULL THEN i.rule ELSE r.rule END AS rule,
           CASE WHEN r.number IS NULL THEN i.unit ELSE r.unit END AS unit,
           CASE WHEN r.number IS NULL THEN i.end_month ELSE r.end_month END AS end_month,
           CASE WHEN r.number IS NULL THEN i.target_date ELSE r.target_date END AS last_day,
           CASE WHEN r.number IS NULL THEN i.target ELSE r.target END AS target,
           CASE WHEN r.number IS NULL THEN i.target_upper ELSE r.target_upper END AS target_upper
    FROM indicator i
    LEFT JOIN (SELECT DISTINCT ON (indicator_id) * FROM indicator_revision WHERE effective_month <= $1
               ORDER BY indicator_id, number DESC) r ON r.indicator_id = i.id
  ), facts AS (
    SELECT s.id AS sheet_id, i.id, i.comparator, i.aggregation, i.weight, i.target AS t, i.target_upper AS u,
           CASE WHEN i.comparator IN ('qualitative', 'by') THEN i.comparator ELSE coalesce(i.rule, 'proportional') END AS rule,
           p."equalsAbove" AS above, p."gradedSteps" AS steps, p.deviation, coalesce(p."lateCompletion", 0) AS late,
           i.span, i.first, i.last_day, last.completed_on, coalesce(i.end_month < $1, false) AS ended,
           coalesce(right(i.end_month, 2)::int < CASE WHEN i.span > 0 THEN (i.first + i.span - 1) / i.span * i.span WHEN i.comparator = 'by'
             THEN substr(i.last_day::text, 6, 2)::int ELSE coalesce(i.due_month, i.first) END, false) AS undue,
           coalesce(r.n, 0) AS n, coalesce(r.na, 0) AS na, last.coefficient, o.score AS override,
           greatest(0, CASE WHEN i.due_month IS NULL THEN right($1, 2)::int - i.first + 1 WHEN right($1, 2)::int < i.due_month THEN 0
                            ELSE 1 END - coalesce(r.n, 0) - coalesce(r.na, 0)) AS missing,
           CASE i.aggregation WHEN 'ratio' THEN CASE i.unit WHEN '‰' THEN 1000 ELSE 100 END * r.numerators WHEN 'latest' THEN last.value WHEN 'max' THEN r.highest
                              WHEN 'min' THEN r.lowest ELSE r.total END AS an,
           CASE i.aggregation WHEN 'ratio' THEN nullif(r.denominators, 0) WHEN 'average' THEN r.n ELSE 1 END AS ad
    FROM target_sheet s
    JOIN in_force i ON i.sheet_id = s.id
    LEFT JOIN policy p ON p.name = s.policy
    LEFT JOIN reported r ON r.indicator_id = i.id
    LEFT JOIN score_override o ON o.indicator_id = i.id AND o.from_month <= $1
    LEFT JOIN ${COUNTED} last ON last.indicator_id = i.id AND last.month = r.last_month
                             AND (i.aggregation = 'latest' OR i.comparator IN ('qualitative', 'by'))
    WHERE s.fiscal_year = left($1, 4)::int AND EXISTS (SELECT 1 FROM sheet_score WHERE sheet_id = s.id AND as_of = $1)
  ), judged AS (
    SELECT f.*, c.cn, c.cd, c.met
    FROM facts f
    LEFT JOIN LATERAL (
      SELECT * FROM (SELECT ${fraction('f.an', 'f.ad', 'f')}) one WHERE f.span = 0
      UNION ALL
      -- Each period by the sum of its months and the target of its last month; one of which nothing counts completes 0,
      -- unless its last month says that it does not apply.
      SELECT coalesce(sum(c.cn * 1e40::numeric / c.cd), 0),
             1e40::numeric * (count(c.cn) + CASE f.span WHEN 1 THEN f.missing ELSE count(*) FILTER (WHERE q.silent) END),
             bool_and(c.met) AND CASE f.span WHEN 1 THEN f.missing = 0 ELSE NOT bool_or(q.silent) END
      FROM (
        SELECT e.*, f.above, coalesce(v.comparator, f.comparator) AS comparator,
               CASE WHEN v.number IS NULL THEN f.t ELSE v.target END AS t,
               CASE WHEN v.number IS NULL THEN f.u ELSE v.target_upper END AS u
        FROM generate_series((f.first + f.span - 1) / nullif(f.span, 0) * f.span, right($1, 2)::int, f.span) AS m (number)
        CROSS JOIN LATERAL (
          SELECT sum(x.value) AS value,
                 sum(x.value) IS NULL AND bool_or(right(x.month, 2)::int = m.number) IS NOT TRUE AS silent
          FROM ${COUNTED} x
          WHERE x.indicator_id = f.id AND right(x.month, 2)::int BETWEEN m.number - f.span + 1 AND m.number
        ) e
        LEFT JOIN LATERAL (
          SELECT * FROM indicator_revision r
          WHERE r.indicator_id = f.id AND r.effective_month <= left($1, 5) || lpad(m.number::text, 2, '0')
          ORDER BY r.number DESC LIMIT 1
        ) v ON true
      ) q
      LEFT JOIN LATERAL (SELECT ${fraction('q.value', '1::numeric', 'q')}) c ON q.value IS NOT NULL
      HAVING f.span > 0 -- an aggregate alone gives a row even of nothing
    ) c ON f.comparator NOT IN ('qualitative', 'by')
  ), pointed AS (
    SELECT j.*,
           CASE WHEN ended OR n = 0 AND na > 0 OR undue AND (n = 0 OR span > 1) THEN NULL
                WHEN n > 0 AND span = 0 AND rule NOT IN ('qualitative', 'by') AND (an IS NULL OR ad IS NULL) THEN NULL
                WHEN n > 0 AND span > 0 AND cd = 0 AND right($1, 2)::int >= (first + span - 1) / span * span THEN NULL
                WHEN n = 0 OR span > 0 AND cd = 0 THEN 0
                WHEN rule = 'by' THEN weight * CASE WHEN completed_on <= last_day THEN 1 ELSE late END
                WHEN rule = 'qualitative' THEN weight * coefficient
                WHEN rule = 'direct' THEN CASE WHEN met THEN weight ELSE 0 END
                WHEN rule = 'graded' THEN weight * coalesce(
                  (SELECT st.coefficient FROM jsonb_to_recordset(steps) AS st ("from" numeric, coefficient numeric)
                   WHERE cn >= st."from" * cd ORDER BY st."from" DESC LIMIT 1), 0)
                ELSE div(weight * cn * 1e40::numeric, cd) / 1e40::numeric END AS earned,
           CASE WHEN deviation ->> 'action' = 'deduct' AND t > 0 AND span = 0 AND n > 0
                 AND (comparator IN ('>=', '>') OR comparator = '=' AND aggregation <> 'ratio')
                 AND an >= t * (1 + (deviation ->> 'threshold')::numeric) * ad
                THEN (deviation ->> 'points')::numeric ELSE 0 END AS deducted
    FROM judged j
  ), scored AS (
    SELECT sheet_id, id, weight,
           CASE WHEN earned IS NULL THEN NULL
                ELSE round(CASE WHEN override IS NULL THEN greatest(0, earned - deducted) ELSE least(override, weight) END, 2)
                END AS score
    FROM pointed
  ), stored AS (
    SELECT sc.sheet_id, x.id, x.score FROM sheet_score sc
    CROSS JOIN jsonb_to_recordset(sc.indicators) AS x (id uuid, score numeric)
    WHERE sc.as_of = $1
  ), totals AS (
    SELECT s.id AS sheet_id, ex.score + coalesce(sum(sd.score), 0) AS raw
    FROM target_sheet s
    JOIN policy p ON p.name = s.policy
    LEFT JOIN LATERAL (SELECT spent, adjusted_budget FROM budget_execution WHERE sheet_id = s.id AND month <= $1
                       ORDER BY month DESC LIMIT 1) b ON true
    CROSS JOIN LATERAL (SELECT CASE WHEN coalesce(b.adjusted_budget, s.funding_total) > 0 AND b.spent IS NOT NULL
      THEN round(div(coalesce(s.execution_weight, p."executionWeight") * 1e40::numeric
                     * greatest(0, least(b.spent, coalesce(b.adjusted_budget, s.funding_total))),
                     coalesce(b.adjusted_budget, s.funding_total)) / 1e40::numeric, 2) ELSE 0 END AS score) ex
    LEFT JOIN scored sd ON sd.sheet_id = s.id
    WHERE s.fiscal_year = left($1, 4)::int
    GROUP BY s.id, ex.score
  )
  SELECT coalesce(e.sheet_id, k.sheet_id) AS "sheetId", coalesce(e.id, k.id) AS "indicatorId",
         k.score::text AS stored, e.score::text AS expected
  FROM scored e FULL JOIN stored k ON k.id = e.id
  WHERE k.score IS DISTINCT FROM e.score
  UNION ALL
  SELECT sc.sheet_id, NULL, sc.raw::text, t.raw::text
  FROM sheet_score sc LEFT JOIN totals t ON t.sheet_id = sc.sheet_id
  WHERE sc.as_of = $1 AND sc.raw IS DISTINCT FROM t.raw
  LIMIT 1000`;

/** Completion cn ÷ cd of a value n ÷ d against the t and u of a row, and whether it meets the target. */
function fraction(n: string, d: string, row: string): string {
  const atLeast = `WHEN ${row}.t <= 0 THEN CASE WHEN ${n} >= ${row}.t * ${d} THEN 1 ELSE 0 END ELSE greatest(0, ${n}) END`;
  const top = `coalesce(CASE WHEN ${row}.comparator = 'range' THEN ${row}.u END, ${row}.t)`;
  return `
    CASE WHEN ${row}.comparator IN ('>=', '>') OR ${row}.comparator IN ('=', 'range') AND ${n} < ${row}.t * ${d}
         THEN CASE WHEN ${row}.t > 0 AND ${n} >= ${row}.t * ${d} THEN 1 ${atLeast}
         WHEN ${n} <= ${top} * ${d} THEN 1
         WHEN ${row}.comparator = '=' AND ${row}.above = 'full' AND ${row}.t <> 0 THEN 1
         WHEN ${row}.comparator = '=' AND ${row}.above = 'zero' OR ${top} <= 0 THEN 0
         ELSE ${top} * ${d} END AS cn,
    CASE WHEN ${row}.comparator IN ('>=', '>') OR ${row}.comparator IN ('=', 'range') AND ${n} < ${row}.t * ${d}
         THEN CASE WHEN ${row}.t <= 0 OR ${n} >= ${row}.t * ${d} THEN 1 ELSE ${row}.t * ${d} END
         WHEN ${n} <= ${top} * ${d} OR ${row}.comparator = '=' AND ${row}.above <> 'symmetric' OR ${top} <= 0 THEN 1
         ELSE ${n} END AS cd,
    CASE ${row}.comparator WHEN '>=' THEN ${n} >= ${row}.t * ${d} WHEN '>' THEN ${n} > ${row}.t * ${d} WHEN '<=' THEN ${n} <= ${row}.t * ${d}
                      WHEN '<' THEN ${n} < ${row}.t * ${d} WHEN '=' THEN ${n} = ${row}.t * ${d}
                      ELSE ${n} >= ${row}.t * ${d} AND ${n} <= ${row}.u * ${d} END AS met`;
}

@Injectable()
export class ScoreCheckRepository {
  /** Stored scores as of the month that are not what SQL makes of the same entries; at most 1,000. */
  differences(manager: EntityManager, asOf: Month, policies: readonly Policy[]): Promise<DifferingScore[]> {
    return manager.query(DIFFERENCES, [asOf, JSON.stringify(policies)]);
  }

  async count(manager: EntityManager, asOf: Month): Promise<{ sheets: number; indicators: number }> {
    const [row]: { sheets: number; indicators: number }[] = await manager.query(
      `SELECT count(*)::int AS sheets, coalesce(sum(jsonb_array_length(indicators)), 0)::int AS indicators
       FROM sheet_score WHERE as_of = $1`,
      [asOf],
    );
    return row ?? { sheets: 0, indicators: 0 };
  }
}
