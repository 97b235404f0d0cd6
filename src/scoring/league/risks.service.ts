import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Message } from '../../domain/domain-error.js';
import { explainOutlook } from '../../domain/outlook/explain-outlook.js';
import type { BeingScored, ChosenSheets, Risk } from './league-table.js';
import { LeagueTableRepository } from './league-table.repository.js';
import type { ScoredIndicator } from '../scored-sheet.js';
import { ScoringService } from '../scoring.service.js';
import { StoredScoresService } from '../stored/stored-scores.service.js';

/** The heaviest of `total`, each with what can still become of it. */
export interface Risks extends BeingScored {
  readonly items: readonly (Risk & { readonly outlook: Message })[];
  readonly total: number;
}

/** Points in danger: found in the stored scores, explained by scoring the few sheets that they stand in. */
@Injectable()
export class RisksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: LeagueTableRepository,
    private readonly stored: StoredScoresService,
    private readonly scoring: ScoringService,
  ) {}

  async find(sheets: ChosenSheets, sections: readonly string[] | null, limit: number): Promise<Risks> {
    const beingScored = await this.stored.complete([sheets.asOf], sheets.scope);
    const found = await this.repository.risks(this.dataSource.manager, sheets, sections, limit);
    const sheetIds = [...new Set(found.map(({ sheetId }) => sheetId))];
    const scored = (await this.scoring.scoresOf(sheetIds, sheets.asOf)).flatMap(({ indicators }) => indicators);
    const indicators = new Map(scored.map((indicator) => [indicator.indicatorId, indicator]));
    return {
      items: found.flatMap(({ total: _, ...risk }) => {
        const indicator = indicators.get(risk.indicatorId);
        return indicator ? [{ ...risk, outlook: outlookText(indicator) }] : [];
      }),
      total: found[0]?.total ?? 0,
      beingScored,
    };
  }
}

const outlookText = ({ explanation, outlook }: ScoredIndicator): Message => ({
  zh: explainOutlook(explanation, outlook, 'zh'),
  en: explainOutlook(explanation, outlook, 'en'),
});
