import { Injectable } from '@nestjs/common';
import type { Policy, Rating } from '../../domain/policy.js';
import { IndicatorsService } from '../../targets/indicators/indicators.service.js';
import type { ChosenSheets, LeagueLine } from './league-table.js';
import { LeagueTableService } from './league-table.service.js';
import type { ScoredSheet } from '../scored-sheet.js';
import { ScoringService } from '../scoring.service.js';

interface Outcome {
  readonly policy: ScoredSheet['policy'];
  readonly raw: string;
  readonly normalised: string | null;
  readonly rating: Rating | null;
}

interface ComparedIndicator {
  readonly indicatorId: string;
  readonly name: string;
  /** Points that it can earn. */
  readonly max: string;
  readonly own: string | null;
  readonly other: string | null;
}

/** What another policy would make of a sheet; indicators whose points stay the same are left out. */
export interface ComparedSheet extends Pick<LeagueLine, 'sheetId' | 'department' | 'kind' | 'project'> {
  readonly own: Outcome;
  readonly other: Outcome;
  readonly indicators: readonly ComparedIndicator[];
}

/** “What if the rules were …”: what would change, and for whom. Nothing is stored. */
@Injectable()
export class PolicyComparisonService {
  constructor(
    private readonly table: LeagueTableService,
    private readonly scoring: ScoringService,
    private readonly indicators: IndicatorsService,
  ) {}

  /** Page by page in the order of the league table. */
  async compare(sheets: ChosenSheets, policy: Policy, page: { limit: number; offset: number }) {
    const { items, ...rest } = await this.table.items(sheets, page);
    const ids = items.map(({ sheetId }) => sheetId);
    const own = await this.scoring.scoresOf(ids, sheets.asOf);
    const other = bySheet(await this.scoring.scoresOf(ids, sheets.asOf, { policy }));
    const changes = new Map(own.map((before) => [before.sheetId, changesOf(before, other.get(before.sheetId))]));
    const named = await this.indicators.findAll([...changes.values()].flat().map(({ indicatorId }) => indicatorId));
    const before = bySheet(own);
    const compared = items.flatMap(({ sheetId, department, kind, project }): ComparedSheet[] => {
      const [mine, theirs] = [before.get(sheetId), other.get(sheetId)];
      if (!mine || !theirs) return [];
      const changed = changes.get(sheetId) ?? [];
      const indicators = changed.map((one) => ({ ...one, name: named.get(one.indicatorId)?.name ?? '' }));
      return [{ sheetId, department, kind, project, own: outcomeOf(mine), other: outcomeOf(theirs), indicators }];
    });
    return { ...rest, items: compared };
  }
}

const bySheet = (scores: readonly ScoredSheet[]) => new Map(scores.map((score) => [score.sheetId, score]));

const changesOf = (own: ScoredSheet, other: ScoredSheet | undefined): Omit<ComparedIndicator, 'name'>[] =>
  own.indicators
    .map(({ indicatorId, score, max }, place) => ({
      indicatorId,
      max,
      own: score,
      other: other?.indicators[place]?.score ?? null,
    }))
    .filter((indicator) => indicator.own !== indicator.other);

const outcomeOf = ({ policy, raw, normalised, rating }: ScoredSheet): Outcome => ({ policy, raw, normalised, rating });
