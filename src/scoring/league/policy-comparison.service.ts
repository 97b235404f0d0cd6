import { Injectable } from '@nestjs/common';
import type { Rating } from '../../domain/policy.js';
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

/** What another policy would make of a sheet; indicators whose points stay the same are left out. */
export interface ComparedSheet extends Pick<LeagueLine, 'sheetId' | 'department' | 'kind' | 'project'> {
  readonly own: Outcome;
  readonly other: Outcome;
  readonly indicators: readonly {
    readonly indicatorId: string;
    readonly own: string | null;
    readonly other: string | null;
  }[];
}

/** “What if the rules were …”: what would change, and for whom. Nothing is stored. */
@Injectable()
export class PolicyComparisonService {
  constructor(
    private readonly table: LeagueTableService,
    private readonly scoring: ScoringService,
  ) {}

  /** Page by page in the order of the league table. @throws DomainError `policy-unknown` */
  async compare(sheets: ChosenSheets, policyName: string, page: { limit: number; offset: number }) {
    const { items, ...rest } = await this.table.items(sheets, page);
    const ids = items.map(({ sheetId }) => sheetId);
    const own = new Map((await this.scoring.scoresOf(ids, sheets.asOf)).map((score) => [score.sheetId, score]));
    const other = new Map(
      (await this.scoring.scoresOf(ids, sheets.asOf, { policyName })).map((score) => [score.sheetId, score]),
    );
    const compared = items.flatMap((line) => {
      const [before, after] = [own.get(line.sheetId), other.get(line.sheetId)];
      return before && after ? [comparison(line, before, after)] : [];
    });
    return { ...rest, items: compared };
  }
}

function comparison(
  { sheetId, department, kind, project }: LeagueLine,
  own: ScoredSheet,
  other: ScoredSheet,
): ComparedSheet {
  const indicators = own.indicators.map(({ indicatorId, score }, place) => ({
    indicatorId,
    own: score,
    other: other.indicators[place]?.score ?? null,
  }));
  return {
    sheetId,
    department,
    kind,
    project,
    own: outcomeOf(own),
    other: outcomeOf(other),
    indicators: indicators.filter((indicator) => indicator.own !== indicator.other),
  };
}

const outcomeOf = ({ policy, raw, normalised, rating }: ScoredSheet): Outcome => ({ policy, raw, normalised, rating });
