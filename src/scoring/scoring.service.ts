import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from '../common/access/actor.js';
import { Today } from '../common/today.js';
import { DomainError, NotFoundError } from '../domain/domain-error.js';
import { type Month, yearOf } from '../domain/month.js';
import { PoliciesService } from '../policies/policies.service.js';
import { type SheetChange, SheetChanges } from '../targets/sheet-changes.js';
import { type ScoredSheet, scoredSheet, type SheetFacts } from './scored-sheet.js';
import { SheetFactsRepository } from './sheet-facts.repository.js';
import { type ScoreHeadline, SheetScoresRepository } from './sheet-scores.repository.js';

const SHEET = { zh: '绩效目标表', en: 'target sheet' };

@Injectable()
export class ScoringService implements OnModuleInit {
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
   * A sheet's score as of a month (by default the last one that is over), under its own policy or another one.
   * @throws NotFoundError, DomainError `policy-unknown`, `month-outside-year`
   */
  async score(sheetId: string, asOf?: Month, policyName?: string): Promise<ScoredSheet> {
    const { manager } = this.dataSource;
    const fiscalYear = await this.facts.fiscalYear(manager, sheetId);
    const month = asOf ?? this.today.asOf(fiscalYear);
    if (yearOf(month) !== fiscalYear) throw outsideYear(month, fiscalYear);
    const [facts] = await this.facts.find(manager, [sheetId], month);
    if (!facts) throw new NotFoundError(SHEET);
    return scoredSheet(facts, month, this.policies.get(policyName ?? facts.policy));
  }

  /** The stored scores of every sheet of the scope and of the month's year; those not scored yet are scored now. */
  async leagueTable(asOf: Month, scope: Scope): Promise<ScoreHeadline[]> {
    return this.dataSource.transaction(async (manager) => {
      const missing = await this.scores.missing(manager, asOf, scope);
      if (missing.length > 0) await this.scoreAndStore(manager, missing, asOf);
      return this.scores.headlines(manager, asOf, scope);
    });
  }

  /** Scores of these sheets, stored, for a report. */
  async scoreAndStore(manager: EntityManager, sheetIds: readonly string[], asOf: Month): Promise<ScoredSheet[]> {
    await this.facts.lock(manager, sheetIds);
    const scores = (await this.facts.find(manager, sheetIds, asOf)).map((facts) => this.scored(facts, asOf));
    await this.scores.upsert(manager, scores, this.today.now());
    return scores;
  }

  /** Scores the month of the change and every later month that has a score; others are scored when first asked for. */
  private async rescore(manager: EntityManager, { sheetId, fromMonth }: SheetChange): Promise<void> {
    await this.facts.lock(manager, [sheetId]);
    const stored = await this.scores.monthsAfter(manager, sheetId, fromMonth);
    for (const asOf of [fromMonth, ...stored]) {
      const facts = await this.facts.find(manager, [sheetId], asOf);
      await this.scores.upsert(
        manager,
        facts.map((sheet) => this.scored(sheet, asOf)),
        this.today.now(),
      );
    }
  }

  private scored(facts: SheetFacts, asOf: Month): ScoredSheet {
    return scoredSheet(facts, asOf, this.policies.get(facts.policy));
  }
}

function outsideYear(month: Month, fiscalYear: number): DomainError {
  const message = {
    zh: `${month} 不在 ${fiscalYear} 年度内。`,
    en: `${month} lies outside fiscal year ${fiscalYear}.`,
  };
  return new DomainError('month-outside-year', message, [{ code: 'month-outside-year', pointer: '/asOf', message }]);
}
