import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Today } from '../common/today.js';
import { type Month, monthOf, yearOf } from '../domain/calendar/month.js';
import { monthOutsideYear } from '../months/errors.js';
import type { Policy } from '../domain/policy.js';
import { PoliciesService } from '../policies/policies.service.js';
import { type ScoredSheet, scoredSheet } from './scored-sheet.js';
import { type FrozenScore, ScoreSnapshotsService } from './stored/score-snapshots.service.js';
import { SheetFactsRepository } from './sheet-facts.repository.js';
import { StoredScoresService } from './stored/stored-scores.service.js';
import { assuming, type AssumedEntry } from './what-if/what-if.js';
import { noSheet } from '../targets/sheets/errors.js';

@Injectable()
export class ScoringService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: SheetFactsRepository,
    private readonly stored: StoredScoresService,
    private readonly snapshots: ScoreSnapshotsService,
    private readonly policies: PoliciesService,
    private readonly today: Today,
  ) {}

  /**
   * A sheet's score with its three views, as of a month (by default the last one that is over), under its own policy or
   * another one.
   * @throws NotFoundError, DomainError `policy-unknown`, `month-outside-year`
   */
  async score(sheetId: string, asOf?: Month, policyName?: string): Promise<ScoredSheet> {
    const fiscalYear = await this.facts.fiscalYear(this.dataSource.manager, sheetId);
    const month = asOf ?? this.today.asOf(fiscalYear);
    if (yearOf(month) !== fiscalYear) throw monthOutsideYear(month, fiscalYear, '/asOf');
    const policy = policyName === undefined ? undefined : this.policies.get(policyName);
    const [score] = await this.scoresOf([sheetId], month, { policy });
    if (!score) throw noSheet();
    return score;
  }

  /**
   * A sheet's score, by default at the end of its year, as if these entries were approved.
   * @throws NotFoundError, DomainError `policy-unknown`, `month-outside-year`, `what-if-invalid`
   */
  async scoreAssuming(
    sheetId: string,
    assumed: readonly AssumedEntry[],
    asOf?: Month,
    policyName?: string,
  ): Promise<ScoredSheet> {
    const { manager } = this.dataSource;
    const fiscalYear = await this.facts.fiscalYear(manager, sheetId);
    const month = asOf ?? monthOf(fiscalYear, 12);
    if (yearOf(month) !== fiscalYear) throw monthOutsideYear(month, fiscalYear, '/asOf');
    const [facts] = await this.facts.findWithMonths(manager, [sheetId], month);
    if (!facts) throw noSheet();
    const policy = this.policies.get(policyName ?? facts.policy);
    return scoredSheet(assuming(facts, assumed, month, policy), month, policy);
  }

  /** The scores of many sheets of the month's year; in the order of their ids. */
  async scoresOf(
    sheetIds: readonly string[],
    asOf: Month,
    { policy, manager = this.dataSource.manager }: { policy?: Policy; manager?: EntityManager } = {},
  ): Promise<ScoredSheet[]> {
    const sheets = await this.facts.findWithMonths(manager, sheetIds, asOf);
    return sheets.map((facts) => scoredSheet(facts, asOf, policy ?? this.policies.get(facts.policy)));
  }

  /** Scores of these sheets for a report: stored, and frozen with what they were computed from. */
  async scoreAndStore(manager: EntityManager, sheetIds: readonly string[], asOf: Month): Promise<FrozenScore[]> {
    const known = await this.stored.store(manager, sheetIds, asOf, 'all');
    const inputs = known.map((facts) => ({ asOf, facts, policy: this.policies.get(facts.policy) }));
    return this.snapshots.freeze(manager, inputs);
  }
}
