import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../../common/access/actor.js';
import type { Month } from '../../domain/calendar/month.js';
import { answered, HANDED_IN, owes } from '../../progress/work-list/owed-months.js';
import type { MissingQuery } from './dto/missing.query.js';

/** An entry that is owed, in a month that is over. */
export interface OwedRow {
  readonly indicatorId: string;
  readonly indicator: string;
  readonly sheetId: string;
  /** null: the targets of the whole department. */
  readonly project: string | null;
  readonly departmentId: string;
  readonly department: string;
  readonly sectionId: string | null;
  readonly section: string | null;
  readonly month: Month;
  /** What is there all the same, not handed in; a draft of an entry that was opened again is one too. */
  readonly state: 'missing' | 'draft' | 'returned';
}

const OWED = `
  SELECT i.id AS "indicatorId", i.name AS indicator, s.id AS "sheetId", s.project,
    d.id AS "departmentId", d.name AS department, c.id AS "sectionId", c.name AS section, m.month,
    CASE e.status WHEN 'draft' THEN 'draft' WHEN 'returned' THEN 'returned' ELSE 'missing' END AS state
  FROM unnest($1::text[]) AS m (month)
  JOIN target_sheet s ON s.fiscal_year = left(m.month, 4)::int AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2))
  JOIN department d ON d.id = s.department_id
    AND ($3::uuid IS NULL OR d.id = $3) AND ($4::text IS NULL OR position(lower($4) IN lower(d.name)) > 0)
  JOIN indicator i ON i.sheet_id = s.id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND ${owes('f', 'm.month')}
    AND NOT ${answered('f', 'm.month', HANDED_IN)}
  LEFT JOIN section c ON c.id = i.section_id
  LEFT JOIN progress_entry e ON e.indicator_id = i.id AND e.month = m.month
  ORDER BY m.month, d.name, d.id, c.name NULLS LAST, i.name, i.id
  LIMIT $5`;

@Injectable()
export class MissingEntriesRepository {
  /** Oldest month first. */
  find(
    manager: EntityManager,
    months: readonly Month[],
    { departmentId, search }: MissingQuery,
    scope: Scope,
    most: number,
  ): Promise<OwedRow[]> {
    return manager.query(OWED, [months, departmentList(scope), departmentId, search, most]);
  }
}
