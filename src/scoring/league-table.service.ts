import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { exact } from '../domain/exact.js';
import { monthOf, monthsBetween, yearOf } from '../domain/month.js';
import { sheetLight } from '../domain/outlook/sheet-outlook.js';
import { ratingFor } from '../domain/scoring/sheet-score.js';
import { PoliciesService } from '../policies/policies.service.js';
import type { ChosenSheets, HeatCell, HeatMap, HeatRow, LeagueLine, RolledUp, ScoreSummary } from './league-table.js';
import {
  LeagueTableRepository,
  type DepartmentMonth,
  type RollUpRow,
  type SheetMonth,
} from './league-table.repository.js';
import { StoredScoresService } from './stored-scores.service.js';

const LONGEST_LIST = 50;

/** The scores of many sheets, side by side and together. Sheets that have no score as of the month get one first. */
@Injectable()
export class LeagueTableService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LeagueTableRepository,
    private readonly stored: StoredScoresService,
    private readonly policies: PoliciesService,
  ) {}

  async items(
    sheets: ChosenSheets,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ items: LeagueLine[]; nextCursor: string | null }> {
    await this.stored.complete(sheets.asOf, sheets.scope);
    const rows = await this.repository.items(this.dataSource.manager, sheets, limit + 1, offset);
    return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? String(offset + limit) : null };
  }

  async summary(sheets: ChosenSheets): Promise<ScoreSummary> {
    const { asOf, scope } = sheets;
    await this.stored.complete(asOf, scope);
    const { manager } = this.dataSource;
    const total = await this.repository.total(manager, sheets);
    const departments = await this.repository.departments(manager, sheets, asOf);
    const counted = await this.repository.ratings(manager, sheets);
    const ratings = { excellent: 0, good: 0, fair: 0, poor: 0, none: 0 };
    for (const row of counted) ratings[row.rating ?? 'none'] = row.sheets;
    return {
      asOf,
      installation: total && total.sheets > 0 ? this.rolledUp(total) : null,
      departments: ranked(
        departments.map(({ department, month: _, ...row }) => ({ ...department, ...this.rolledUp(row) })),
      ),
      ratings,
      provisional: counted.reduce((sum, { provisional }) => sum + provisional, 0),
      losses: await this.repository.losses(manager, sheets, LONGEST_LIST),
      missing: await this.repository.missing(manager, sheets, LONGEST_LIST),
    };
  }

  /** All months of the year up to `asOf`. */
  async heatMap(sheets: ChosenSheets, by: 'department' | 'sheet'): Promise<HeatMap> {
    const { manager } = this.dataSource;
    const first = monthOf(yearOf(sheets.asOf), 1);
    const months = monthsBetween(first, sheets.asOf);
    for (const month of months) await this.stored.complete(month, sheets.scope);
    const found =
      by === 'sheet'
        ? await this.repository.sheets(manager, sheets, first)
        : (await this.repository.departments(manager, sheets, first)).map((row) => this.departmentMonth(row));
    const rows = new Map<string, HeatRow & { cells: (HeatCell | null)[] }>();
    for (const { department, sheet, month, ...cell } of found) {
      const id = sheet?.id ?? department.id;
      const row = rows.get(id) ?? { department, sheet, cells: months.map(() => null) };
      row.cells[months.indexOf(month)] = cell;
      rows.set(id, row);
    }
    return { months, rows: [...rows.values()] };
  }

  private departmentMonth({ department, month, ...row }: DepartmentMonth): SheetMonth {
    const { normalised, rating, light, provisional } = this.rolledUp(row);
    return { department, sheet: null, month, normalised, rating, light, provisional };
  }

  private rolledUp({ sheets, raw, max, normalised, provisional, pace }: RollUpRow): RolledUp {
    const policy = this.policies.default();
    const rating = normalised === null ? null : ratingFor(exact(normalised), policy);
    const light = sheetLight(pace === null ? null : exact(pace), policy);
    return { sheets, raw, max, normalised, rating, provisional, light };
  }
}

function ranked<T extends { readonly normalised: string | null }>(rows: readonly T[]): (T & { rank: number })[] {
  const points = ({ normalised }: { readonly normalised: string | null }) => exact(normalised ?? '-1');
  return rows
    .map((row) => ({ ...row, rank: 1 + rows.filter((other) => points(other).gt(points(row))).length }))
    .sort((a, b) => a.rank - b.rank);
}
