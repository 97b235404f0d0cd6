import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import type { Month } from '../../domain/calendar/month.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { type SheetChange, SheetChanges } from '../../targets/sheets/sheet-changes.js';
import { SheetFactsRepository } from '../sheet-facts.repository.js';
import type { SheetFacts } from '../scored-sheet.js';
import { ScoresInMaking } from './scores-in-making.js';
import { type LackingScores, SheetScoresRepository } from './sheet-scores.repository.js';
import { storedScore } from './stored-score.js';

/** Sheets that are scored in one transaction: enough to be fast, few enough to hold neither locks nor memory for long. */
const CHUNK = 500;
/** Scores that whoever asks waits for: as of each month one of a sheet. */
const AWAITED = 500;

/** Keeps the stored scores up to date, in the transaction of the change that they rest on. */
@Injectable()
export class StoredScoresService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: SheetFactsRepository,
    private readonly scores: SheetScoresRepository,
    private readonly making: ScoresInMaking,
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

  /**
   * Scores the sheets of the scope that have no score as of these months yet. Many are left to the background.
   * @returns how many scores are being made
   */
  async complete(months: readonly Month[], scope: Scope): Promise<number> {
    const lacking = await this.scores.lacking(this.dataSource.manager, months, scope);
    const count = lacking.reduce((sum, { sheetIds }) => sum + sheetIds.length, 0);
    if (count > AWAITED) {
      this.making.begin(this.chunksOf(lacking));
      return count;
    }
    for (const chunk of this.chunksOf(lacking)) await chunk();
    return 0;
  }

  /** The same in full, however long it takes. */
  async completeAll(months: readonly Month[], scope: Scope): Promise<void> {
    for (const chunk of this.chunksOf(await this.scores.lacking(this.dataSource.manager, months, scope))) await chunk();
  }

  private *chunksOf(lacking: readonly LackingScores[]): Generator<() => Promise<unknown>> {
    for (const { asOf, sheetIds } of lacking)
      for (let start = 0; start < sheetIds.length; start += CHUNK) {
        const chunk = sheetIds.slice(start, start + CHUNK);
        yield () => this.dataSource.transaction((manager) => this.store(manager, chunk, asOf));
      }
  }

  /** Scores the month of the change and every later month that has a score; others are scored when first asked for. */
  private async rescore(manager: EntityManager, { sheetId, fromMonth }: SheetChange): Promise<void> {
    const stored = await this.scores.monthsAfter(manager, sheetId, fromMonth);
    for (const asOf of [fromMonth, ...stored]) await this.store(manager, [sheetId], asOf);
  }
}
