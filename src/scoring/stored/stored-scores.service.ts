import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import type { Month } from '../../domain/calendar/month.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { type SheetChange, SheetChanges } from '../../targets/sheets/sheet-changes.js';
import { SheetFactsRepository } from '../sheet-facts.repository.js';
import type { SheetFacts } from '../scored-sheet.js';
import { SheetScoresRepository } from './sheet-scores.repository.js';
import { storedScore } from './stored-score.js';

/** Sheets that are scored in one transaction: enough to be fast, few enough to hold neither locks nor memory for long. */
const CHUNK = 500;
const NEVER = new Date(0);

/** Keeps the stored scores up to date, in the transaction of the change that they rest on. */
@Injectable()
export class StoredScoresService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: SheetFactsRepository,
    private readonly scores: SheetScoresRepository,
    private readonly policies: PoliciesService,
    private readonly changes: SheetChanges,
    private readonly today: Today,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((manager, change) => this.rescore(manager, change));
  }

  /**
   * Scores these sheets and holds them until the caller's transaction ends.
   * @returns what they were scored by, with the months that `which` asks for
   */
  async store(
    manager: EntityManager,
    sheetIds: readonly string[],
    asOf: Month,
    which: 'all' | 'warnings' = 'warnings',
  ): Promise<SheetFacts[]> {
    await this.facts.lock(manager, sheetIds);
    const facts = await this.facts.findWithMonths(manager, sheetIds, asOf, which);
    const scores = facts.map((sheet) => storedScore(sheet, asOf, this.policies.get(sheet.policy)));
    await this.scores.upsert(manager, scores, this.today.now());
    return facts;
  }

  /** Scores the sheets of the scope that have no score as of the month yet. */
  async complete(asOf: Month, scope: Scope): Promise<void> {
    const missing = await this.scores.olderThan(this.dataSource.manager, asOf, NEVER, scope);
    for (let start = 0; start < missing.length; start += CHUNK) {
      const chunk = missing.slice(start, start + CHUNK);
      await this.dataSource.transaction((manager) => this.store(manager, chunk, asOf));
    }
  }

  /** Scores the month of the change and every later month that has a score; others are scored when first asked for. */
  private async rescore(manager: EntityManager, { sheetId, fromMonth }: SheetChange): Promise<void> {
    const stored = await this.scores.monthsAfter(manager, sheetId, fromMonth);
    for (const asOf of [fromMonth, ...stored]) await this.store(manager, [sheetId], asOf);
  }
}
