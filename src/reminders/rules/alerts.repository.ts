import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import type { AlertName } from '../../domain/reminding/told-rules.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import { EMPTY, ENTRY_STATUSES } from '../../progress/entries/progress-entry.entity.js';
import { answered, owes } from '../../progress/work-list/owed-months.js';
import type { AlertReason } from '../digest-line.js';
import type { Place } from '../reminder-recipients.js';
import type { AlertRule } from './alert-rule.js';
import { ALERTS } from './alerts.js';

export interface Alert extends Omit<AlertReason, keyof Place | 'departmentName'>, Place {
  readonly rule: AlertName;
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

/** All the SELECTs of one kind as one. */
function together(source: (rule: AlertRule) => string | undefined): string {
  const selects = Object.entries(ALERTS).flatMap(([name, rule]) => {
    const select = source(rule);
    return select ? [`SELECT '${name}', a.* FROM (${select}) a`] : [];
  });
  const columns = '(rule, "departmentId", "sectionId", subject, what, month, figure, cause, details)';
  return `SELECT * FROM (${selects.join(' UNION ALL ')}) AS alerts ${columns}`;
}

const OF_SCORES = `
  WITH settings AS (
    SELECT $3 AS this_month, $4::numeric AS lag_points, $5::numeric AS year_passed
  ), scored AS (
    SELECT DISTINCT ON (x.sheet_id) x.sheet_id, x.as_of, x.indicators, x.execution_rate, s.department_id, s.project
    FROM sheet_score x JOIN target_sheet s ON s.id = x.sheet_id
    WHERE s.department_id = ANY ($1) AND x.as_of BETWEEN $2 AND $3
    ORDER BY x.sheet_id, x.as_of DESC
  ), judged AS (
    SELECT scored.department_id, scored.as_of, i.id, i.name, i.section_id, i.weight, f.aggregation,
      coalesce(f.target_upper, f.target) AS ceiling, CASE WHEN now.breach IS NOT NULL THEN now.actual::numeric END AS actual, now.light, now."atRisk", now.breach,
      (SELECT was.light
       FROM sheet_score before, jsonb_to_recordset(before.indicators) AS was (id uuid, light text)
       WHERE before.sheet_id = scored.sheet_id AND before.as_of < scored.as_of AND was.id = i.id
       ORDER BY before.as_of DESC LIMIT 1) AS light_before
    FROM scored
    CROSS JOIN LATERAL jsonb_to_recordset(scored.indicators) AS now (id uuid, light text, actual text, "atRisk" boolean, breach text)
    JOIN indicator i ON i.id = now.id
    JOIN indicator_in_force f ON f.indicator_id = i.id AND scored.as_of >= f.from_month AND scored.as_of < f.until_month
  )
  ${together(({ ofScores }) => ofScores)}`;

// `is_answered`: somebody has said what is to be said of the month, though not in an entry of its own.
const OF_ENTRIES = `
  WITH open_entries AS (
    SELECT s.department_id, i.section_id, i.id, i.name, $1::text AS month, f.weight, f.rule, f.comparator, f.aggregation,
           f.target, f.target_upper, e.status, e.not_applicable, s.department_id = ANY ($3) AS is_closing,
           ${answered('f', '$1', ENTRY_STATUSES)} AS is_answered,
           CASE WHEN f.aggregation = 'ratio'
                THEN CASE f.unit WHEN '‰' THEN 1000 ELSE 100 END * (e.numerator + coalesce(before.numerators, 0))
                     / nullif(e.denominator + coalesce(before.denominators, 0), 0)
                ELSE e.value END AS value
    FROM target_sheet s
    JOIN indicator i ON i.sheet_id = s.id
    JOIN indicator_in_force f ON f.indicator_id = i.id AND ${owes('f', '$1')}
    LEFT JOIN progress_entry e ON e.indicator_id = i.id AND e.month = $1 AND e.status <> '${EMPTY}'
    LEFT JOIN LATERAL (
      SELECT sum(b.numerator) AS numerators, sum(b.denominator) AS denominators FROM progress_entry b
      WHERE f.aggregation = 'ratio' AND b.indicator_id = i.id AND b.month < $1 AND left(b.month, 4) = left($1, 4)
        AND b.status = 'approved' AND NOT b.not_applicable
    ) before ON true
    WHERE s.department_id = ANY ($2) AND s.fiscal_year = left($1, 4)::int
  )
  ${together(({ ofEntries }) => ofEntries)}`;

const OF_DATES = `
  WITH dated AS (
    SELECT s.department_id, i.section_id, i.id, i.name, f.weight, f.target_date
    FROM target_sheet s
    JOIN indicator i ON i.sheet_id = s.id
    JOIN indicator_in_force f ON f.indicator_id = i.id AND left($2, 7) >= f.from_month AND left($2, 7) < f.until_month
    WHERE s.department_id = ANY ($1) AND f.target_date BETWEEN $2 AND $3
      AND (f.end_month IS NULL OR f.end_month >= left($2, 7))
      AND NOT EXISTS (
        SELECT FROM progress_entry e
        WHERE e.indicator_id = i.id AND e.completed_on IS NOT NULL AND e.status <> '${EMPTY}')
  )
  ${together(({ ofDates }) => ofDates)}`;

@Injectable()
export class AlertsRepository {
  ofScores(
    manager: EntityManager,
    departments: readonly string[],
    { from, to, lagPoints, yearPassed }: ScoreWindow,
  ): Promise<Alert[]> {
    return manager.query(OF_SCORES, [departments, from, to, lagPoints, yearPassed]);
  }

  /** @param until what has to be completed on one of these days, and is not */
  ofDates(manager: EntityManager, departments: readonly string[], from: LocalDate, until: LocalDate): Promise<Alert[]> {
    return manager.query(OF_DATES, [departments, from, until]);
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
