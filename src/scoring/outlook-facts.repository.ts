import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonthlyEntry } from '../domain/indicator.js';
import type { Month } from '../domain/month.js';
import type { LastYear } from '../domain/outlook/forecast.js';
import type { SheetFacts } from './scored-sheet.js';
import { SheetFactsRepository } from './sheet-facts.repository.js';

interface Known {
  readonly id: string;
  readonly entries: MonthlyEntry[];
  readonly lastYear: LastYear[];
}

// Last year's indicator is the one of the same name in last year's sheet of the same department and project.
const KNOWN = `
  SELECT i.id, coalesce(this_year.list, '[]') AS entries, coalesce(last_year.list, '[]') AS "lastYear"
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'month', month, 'value', value::text, 'numerator', numerator::text, 'denominator', denominator::text,
             'grade', grade, 'coefficient', coefficient::text, 'notApplicable', not_applicable) ORDER BY month) AS list
    FROM progress_entry e
    WHERE e.indicator_id = i.id AND e.status = 'approved' AND e.month BETWEEN s.fiscal_year || '-01' AND $2
  ) this_year ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('month', e.month, 'value', e.value::text) ORDER BY e.month) AS list
    FROM target_sheet before
    JOIN indicator same ON same.sheet_id = before.id AND same.name = i.name AND same.aggregation = 'sum'
    JOIN progress_entry e ON e.indicator_id = same.id AND e.status = 'approved' AND e.value IS NOT NULL
    WHERE i.aggregation = 'sum' AND before.department_id = s.department_id AND before.fiscal_year = s.fiscal_year - 1
      AND before.kind = s.kind AND before.project IS NOT DISTINCT FROM s.project
  ) last_year ON true
  WHERE i.sheet_id = ANY ($1)`;

/** Facts with the months behind the sums: forecasts and what-ifs need them, scores alone do not. */
@Injectable()
export class OutlookFactsRepository {
  constructor(private readonly facts: SheetFactsRepository) {}

  async find(manager: EntityManager, sheetIds: readonly string[], asOf: Month): Promise<SheetFacts[]> {
    const sheets = await this.facts.find(manager, sheetIds, asOf);
    const rows: Known[] = await manager.query(KNOWN, [sheetIds, asOf]);
    const known = new Map(rows.map(({ id, ...months }) => [id, months]));
    return sheets.map((sheet) => ({
      ...sheet,
      indicators: sheet.indicators.map((facts) => ({ ...facts, ...known.get(facts.indicator.id) })),
    }));
  }

  /** @throws NotFoundError */
  fiscalYear(manager: EntityManager, sheetId: string): Promise<number> {
    return this.facts.fiscalYear(manager, sheetId);
  }
}
