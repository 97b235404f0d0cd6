import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { namesWhere } from '../domain/aggregation.js';
import type { Month } from '../domain/month.js';
import { answered, owes } from '../progress/work-list/owed-months.js';
import { EMPTY, ENTRY_STATUSES } from '../progress/entries/progress-entry.entity.js';
import type { AlertReason } from './digest-line.js';
import type { AlertRule } from './reminder-rules.js';
import type { Place } from './reminder-recipients.js';

export interface Alert extends AlertReason, Place {
  readonly rule: AlertRule;
  /** The indicator, or for execution lag the sheet. */
  readonly subject: string;
}

interface ScoreWindow {
  /** Scores as of these months are looked at, of each sheet the latest. */
  readonly from: Month;
  readonly to: Month;
  readonly lagPoints: number;
  /** Per cent. */
  readonly yearPassed: number;
}

const OF_SCORES = `
  WITH scored AS (
    SELECT DISTINCT ON (x.sheet_id) x.sheet_id, x.as_of, x.indicators, x.execution_rate, s.department_id, s.project
    FROM sheet_score x JOIN target_sheet s ON s.id = x.sheet_id
    WHERE s.department_id = ANY ($1) AND x.as_of BETWEEN $2 AND $3
    ORDER BY x.sheet_id, x.as_of DESC
  ), judged AS (
    SELECT scored.department_id, scored.as_of, i.id, i.name, i.section_id, i.weight, now.light, now."atRisk", now.breach,
      (SELECT was.light
       FROM sheet_score before, jsonb_to_recordset(before.indicators) AS was (id uuid, light text)
       WHERE before.sheet_id = scored.sheet_id AND before.as_of < scored.as_of AND was.id = i.id
       ORDER BY before.as_of DESC LIMIT 1) AS light_before
    FROM scored
    CROSS JOIN LATERAL jsonb_to_recordset(scored.indicators) AS now (id uuid, light text, "atRisk" boolean, breach text)
    JOIN indicator i ON i.id = now.id
  )
  SELECT 'light-red' AS rule, department_id AS "departmentId", section_id AS "sectionId", id::text AS subject, name AS what,
         as_of AS month, NULL AS figure, NULL AS cause
  FROM judged WHERE light = 'red' AND light_before IS DISTINCT FROM 'red'
  UNION ALL
  SELECT 'all-or-nothing', department_id, section_id, id::text, name, as_of, trim_scale(weight)::text, 'forecast'
  FROM judged WHERE "atRisk" AND weight > 0
  UNION ALL
  SELECT 'ceiling-breach', department_id, section_id, id::text, name, as_of, breach, NULL
  FROM judged WHERE breach IS NOT NULL
  UNION ALL
  SELECT 'execution-lag', department_id, NULL, sheet_id::text, project, as_of,
         round($5::numeric - 100 * execution_rate, 1)::text, NULL
  FROM scored WHERE as_of = $3 AND $5::numeric - 100 * execution_rate > $4::numeric`;

// All or nothing, and not lost yet: as entered so far the month would miss its target, or nothing is entered and it is
// due by tomorrow.
const OF_ENTRIES = `
  SELECT 'all-or-nothing' AS rule, s.department_id AS "departmentId", i.section_id AS "sectionId", i.id::text AS subject,
         i.name AS what, $1 AS month, trim_scale(f.weight)::text AS figure,
         CASE WHEN e.id IS NULL THEN 'missing' ELSE 'draft' END AS cause
  FROM target_sheet s
  JOIN indicator i ON i.sheet_id = s.id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND ${owes('f', '$1')}
  LEFT JOIN progress_entry e ON e.indicator_id = i.id AND e.month = $1 AND e.status <> '${EMPTY}'
  CROSS JOIN LATERAL (SELECT CASE WHEN f.aggregation = 'ratio' THEN CASE f.unit WHEN '‰' THEN 1000 ELSE 100 END * e.numerator / nullif(e.denominator, 0)
                                  ELSE e.value END AS value) AS entered
  WHERE s.department_id = ANY ($2) AND s.fiscal_year = left($1, 4)::int AND (f.rule = 'direct' OR f.comparator = 'by')
    AND f.weight > 0
    AND ((e.id IS NULL AND s.department_id = ANY ($3)
          AND f.aggregation IN (${namesWhere(({ judgedBy, entered }) => judgedBy !== null || entered === 'date')})
          AND NOT ${answered('f', '$1', ENTRY_STATUSES)})
      OR (e.status IN ('draft', 'submitted', 'returned') AND NOT e.not_applicable
          AND f.aggregation IN (${namesWhere(({ oneMonthDecides }) => oneMonthDecides)})
          AND CASE f.comparator WHEN '>=' THEN entered.value < f.target WHEN '>' THEN entered.value <= f.target
                WHEN '<=' THEN entered.value > f.target WHEN '<' THEN entered.value >= f.target WHEN '=' THEN entered.value <> f.target
                WHEN 'range' THEN entered.value NOT BETWEEN f.target AND f.target_upper ELSE false END))`;

@Injectable()
export class AlertsRepository {
  ofScores(
    manager: EntityManager,
    departments: readonly string[],
    { from, to, lagPoints, yearPassed }: ScoreWindow,
  ): Promise<Alert[]> {
    return manager.query(OF_SCORES, [departments, from, to, lagPoints, yearPassed]);
  }

  /** @param closing departments whose month is due today or on the next working day */
  ofEntries(
    manager: EntityManager,
    month: Month,
    departments: readonly string[],
    closing: readonly string[],
  ): Promise<Alert[]> {
    return manager.query(OF_ENTRIES, [month, departments, closing]);
  }
}
