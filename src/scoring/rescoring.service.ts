import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SheetChange, SheetChanges } from '../targets/sheet-changes.js';
import { ScoringService } from './scoring.service.js';
import { SheetScoresRepository } from './sheet-scores.repository.js';

/** Keeps stored scores up to date, in the transaction of the change that they rest on. */
@Injectable()
export class RescoringService implements OnModuleInit {
  constructor(
    private readonly scoring: ScoringService,
    private readonly scores: SheetScoresRepository,
    private readonly changes: SheetChanges,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((manager, change) => this.rescore(manager, change));
  }

  /** Scores the month of the change and every later month that has a score; others are scored when first asked for. */
  private async rescore(manager: EntityManager, { sheetId, fromMonth }: SheetChange): Promise<void> {
    const stored = await this.scores.monthsAfter(manager, sheetId, fromMonth);
    for (const asOf of [fromMonth, ...stored]) await this.scoring.scoreAndStore(manager, [sheetId], asOf);
  }
}
