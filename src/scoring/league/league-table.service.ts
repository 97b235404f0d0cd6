import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { exact } from '../../domain/exact.js';
import { type Month, monthOf, monthsBetween, yearOf } from '../../domain/calendar/month.js';
import { sheetLight } from '../../domain/outlook/sheet-pace.js';
import { ratingFor } from '../../domain/scoring/sheet-total.js';
import { PoliciesService } from '../../policies/policies.service.js';
import type {
  ChosenSheets,
  HeatCell,
  HeatMap,
  HeatRow,
  LeagueTable,
  RolledUp,
  TablePage,
  ScoreSummary,
} from './league-table.js';
import {
  LeagueTableRepository,
  type DepartmentMonth,
  type RollUpRow,
  type SheetMonth,
} from './league-table.repository.js';
import { StoredScoresService } from '../stored/stored-scores.service.js';

const LONGEST_LIST = 50;
const MOST_DEPARTMENTS = 500;
/** That somebody can look at. */
const MOST_HEAT_ROWS = 100;

/** The scores of many sheets, side by side and together. Sheets that have no score as of the month get one first, or behind this where they are many. */
@Injectable()
export class LeagueTableService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LeagueTableRepository,
    private readonly stored: StoredScoresService,
    private readonly policies: PoliciesService,
  ) {}

  async items(sheets: ChosenSheets, page: TablePage): Promise<LeagueTable> {
    const beingScored = await this.stored.complete([sheets.asOf], sheets.scope);
    const { items, total } = await this.repository.items(this.dataSource.manager, sheets, page);
    const end = page.offset + items.length;
    return { items, total, nextCursor: items.length > 0 && end < total ? String(end) : null, beingScored };
  }

  async summary(sheets: ChosenSheets): Promise<ScoreSummary> {
    const { asOf, scope } = sheets;
    const beingScored = await this.stored.complete([asOf], scope);
    const { manager } = this.dataSource;
    const total = await this.repository.total(manager, sheets);
    const departments = await this.repository.departments(manager, sheets, MOST_DEPARTMENTS);
    const counted = await this.repository.ratings(manager, sheets);
    const ratings = { excellent: 0, good: 0, fair: 0, poor: 0, none: 0 };
    for (const row of counted) ratings[row.rating ?? 'none'] = row.sheets;
    return {
      asOf,
      beingScored,
      installation: total && total.sheets > 0 ? this.rolledUp(total) : null,
      departments: departments.map(({ id, name, rank, ...row }) => ({ id, name, rank, ...this.rolledUp(row) })),
      ratings,
      unfinished: counted.reduce((sum, { unfinished }) => sum + unfinished, 0),
      losses: await this.repository.losses(manager, sheets, LONGEST_LIST),
      missing: await this.repository.missing(manager, sheets, LONGEST_LIST),
    };
  }

  /** All months of the year up to `asOf`. */
  async heatMap(sheets: ChosenSheets, by: 'department' | 'sheet'): Promise<HeatMap> {
    const { manager } = this.dataSource;
    const first = monthOf(yearOf(sheets.asOf), 1);
    const months = monthsBetween(first, sheets.asOf);
    const beingScored = await this.stored.complete(months, sheets.scope);
    if (by === 'sheet') {
      const rows = rowsOf(await this.repository.sheetMonths(manager, sheets, first), months);
      return { months, rows, leftOut: 0, beingScored };
    }
    const found = await this.repository.departmentMonths(manager, sheets, first, MOST_HEAT_ROWS);
    const rows = rowsOf(
      found.map((row) => this.departmentMonth(row)),
      months,
    );
    return { months, rows, leftOut: (found[0]?.departments ?? 0) - rows.length, beingScored };
  }

  private departmentMonth({ department, month, ...row }: DepartmentMonth): SheetMonth {
    const { sheets: _, raw: __, max: ___, ...cell } = this.rolledUp(row);
    return { department, sheet: null, month, ...cell };
  }

  private rolledUp({
    sheets,
    raw,
    max,
    normalised,
    provisional,
    missing,
    waiting,
    unjudged,
    paceNormalised,
  }: RollUpRow): RolledUp {
    const policy = this.policies.default();
    const earned = normalised === null ? null : exact(normalised);
    const pace = paceNormalised === null ? null : exact(paceNormalised);
    return {
      sheets,
      raw,
      max,
      normalised,
      rating: earned && ratingFor(earned, policy),
      provisional,
      missing,
      waiting,
      unjudged,
      paceNormalised,
      paceRating: pace && ratingFor(pace, policy),
      light: unjudged ? 'grey' : sheetLight(pace, policy),
    };
  }
}

function rowsOf(found: readonly SheetMonth[], months: readonly Month[]): HeatRow[] {
  const rows = new Map<string, HeatRow & { cells: (HeatCell | null)[] }>();
  for (const { department, sheet, month, ...cell } of found) {
    const id = sheet?.id ?? department.id;
    const row = rows.get(id) ?? { department, sheet, cells: months.map(() => null) };
    row.cells[months.indexOf(month)] = cell;
    rows.set(id, row);
  }
  return [...rows.values()];
}
