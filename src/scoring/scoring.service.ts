import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from '../common/access/actor.js';
import { Today } from '../common/today.js';
import { DomainError, NotFoundError } from '../domain/domain-error.js';
import { type Month, yearOf } from '../domain/month.js';
import { PoliciesService } from '../policies/policies.service.js';
import { OutlookFactsRepository } from './outlook-facts.repository.js';
import { type ScoredSheet, scoredSheet, type SheetFacts } from './scored-sheet.js';
import { SheetFactsRepository } from './sheet-facts.repository.js';
import { type ScoreHeadline, SheetScoresRepository } from './sheet-scores.repository.js';

const SHEET = { zh: '绩效目标表', en: 'target sheet' };

@Injectable()
export class ScoringService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: SheetFactsRepository,
    private readonly outlookFacts: OutlookFactsRepository,
    private readonly scores: SheetScoresRepository,
    private readonly policies: PoliciesService,
    private readonly today: Today,
  ) {}

  /**
   * A sheet's score with its three views, as of a month (by default the last one that is over), under its own policy or
   * another one.
   * @throws NotFoundError, DomainError `policy-unknown`, `month-outside-year`
   */
  async score(sheetId: string, asOf?: Month, policyName?: string): Promise<ScoredSheet> {
    const { manager } = this.dataSource;
    const fiscalYear = await this.facts.fiscalYear(manager, sheetId);
    const month = asOf ?? this.today.asOf(fiscalYear);
    if (yearOf(month) !== fiscalYear) throw outsideYear(month, fiscalYear);
    const [score] = await this.scoresOf([sheetId], month, { policyName });
    if (!score) throw new NotFoundError(SHEET);
    return score;
  }

  /** The same for many sheets of the month's year; in the order of their ids. */
  async scoresOf(
    sheetIds: readonly string[],
    asOf: Month,
    { policyName, manager = this.dataSource.manager }: { policyName?: string; manager?: EntityManager } = {},
  ): Promise<ScoredSheet[]> {
    const sheets = await this.outlookFacts.addTo(manager, await this.facts.find(manager, sheetIds, asOf), asOf);
    return sheets.map((facts) => this.scored(facts, asOf, policyName));
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
    const scores = await this.scoresOf(sheetIds, asOf, { manager });
    await this.scores.upsert(manager, scores, this.today.now());
    return scores;
  }

  private scored(facts: SheetFacts, asOf: Month, policyName = facts.policy): ScoredSheet {
    return scoredSheet(facts, asOf, this.policies.get(policyName));
  }
}

function outsideYear(month: Month, fiscalYear: number): DomainError {
  const message = {
    zh: `${month} 不在 ${fiscalYear} 年度内。`,
    en: `${month} lies outside fiscal year ${fiscalYear}.`,
  };
  return new DomainError('month-outside-year', message, [{ code: 'month-outside-year', pointer: '/asOf', message }]);
}
