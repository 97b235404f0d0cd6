import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../common/access/actor.js';
import { exact } from '../domain/exact.js';
import { type Month, monthOf, monthsBetween, yearOf } from '../domain/month.js';
import { sheetLight } from '../domain/outlook/sheet-outlook.js';
import { ratingFor } from '../domain/scoring/sheet-score.js';
import { PoliciesService } from '../policies/policies.service.js';
import type { HeatMap, LeagueLine, RolledUp, ScoreSummary } from './league-table.js';
import { LeagueTableRepository, type RollUpRow } from './league-table.repository.js';
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
    asOf: Month,
    scope: Scope,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<{ items: LeagueLine[]; nextCursor: string | null }> {
    await this.stored.complete(asOf, scope);
    const rows = await this.repository.items(this.dataSource.manager, asOf, scope, limit + 1, offset);
    return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? String(offset + limit) : null };
  }

  async summary(asOf: Month, scope: Scope): Promise<ScoreSummary> {
    await this.stored.complete(asOf, scope);
    const { manager } = this.dataSource;
    const total = await this.repository.total(manager, asOf, scope);
    const departments = await this.repository.departments(manager, asOf, asOf, scope);
    const counted = await this.repository.ratings(manager, asOf, scope);
    const ratings = { excellent: 0, good: 0, fair: 0, poor: 0, none: 0 };
    for (const { rating, sheets } of counted) ratings[rating ?? 'none'] = sheets;
    return {
      asOf,
      installation: total && total.sheets > 0 ? this.rolledUp(total) : null,
      departments: ranked(departments.map(({ id, name, ...row }) => ({ id, name, ...this.rolledUp(row) }))),
      ratings,
      losses: await this.repository.losses(manager, asOf, scope, LONGEST_LIST),
      missing: await this.repository.missing(manager, asOf, scope, LONGEST_LIST),
    };
  }

  /** All months of the year up to `asOf`. */
  async heatMap(asOf: Month, scope: Scope): Promise<HeatMap> {
    const months = monthsBetween(monthOf(yearOf(asOf), 1), asOf);
    for (const month of months) await this.stored.complete(month, scope);
    const [first = asOf] = months;
    const rows = await this.repository.departments(this.dataSource.manager, first, asOf, scope);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const cells = new Map(rows.map((row) => [`${row.id} ${row.month}`, this.rolledUp(row)]));
    return {
      months,
      departments: [...names].map(([id, name]) => ({
        id,
        name,
        cells: months.map((month) => {
          const cell = cells.get(`${id} ${month}`);
          if (!cell) return null;
          const { normalised, rating, light, provisional } = cell;
          return { normalised, rating, light, provisional };
        }),
      })),
    };
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
