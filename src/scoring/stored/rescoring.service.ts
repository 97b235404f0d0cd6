import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EVERYTHING } from '../../common/access/actor.js';
import { Configuration } from '../../config/configuration.js';
import { currentAsOf, type Month, monthOf, monthsBetween, yearOf } from '../../domain/calendar/month.js';
import { localTime } from '../../domain/calendar/working-days.js';
import { OpenYearsService } from '../../months/open-years.service.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { type DifferingScore, ScoreCheckRepository } from '../check/score-check.repository.js';
import { SheetScoresRepository } from './sheet-scores.repository.js';
import { StoredScoresService } from './stored-scores.service.js';

/** While one chunk is computed here, the database reads or writes the other. */
const LANES = 2;
const CHUNK = 500;

export interface ScoreCheck {
  readonly asOf: Month;
  readonly sheets: number;
  readonly indicators: number;
  readonly differing: readonly DifferingScore[];
}

/** Scores everything anew, and checks what is stored. */
@Injectable()
export class RescoringService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scores: SheetScoresRepository,
    private readonly check: ScoreCheckRepository,
    private readonly stored: StoredScoresService,
    private readonly policies: PoliciesService,
    private readonly openYears: OpenYearsService,
    private readonly configuration: Configuration,
  ) {}

  /** As of which months scores are computed at that moment: of every year that is not finished the last one that is over. */
  async months(at: Date): Promise<Month[]> {
    const today = localTime(at, this.configuration.TIME_ZONE).date;
    return (await this.openYears.unfinished(today)).map((year) => currentAsOf(year, today));
  }

  /**
   * Scores every sheet of the month's year, in short transactions. A run that was killed goes on where it stopped: what
   * was scored since `since`, the moment at which the run was due, is left alone.
   */
  async rescore(asOf: Month, since: Date): Promise<number> {
    const sheets = await this.scores.olderThan(this.dataSource.manager, asOf, since);
    const chunks = Array.from({ length: Math.ceil(sheets.length / CHUNK) }, (_, index) =>
      sheets.slice(index * CHUNK, (index + 1) * CHUNK),
    ).values();
    const lane = async (): Promise<void> => {
      for (const chunk of chunks)
        await this.dataSource.transaction((manager) => this.stored.store(manager, chunk, asOf));
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return sheets.length;
  }

  /** Scores what lacks a score of the year's months up to this one: the heat map shows them, and nobody shall wait for it. */
  completeYear(asOf: Month): Promise<void> {
    return this.stored.completeAll(monthsBetween(monthOf(yearOf(asOf), 1), asOf), EVERYTHING);
  }

  /** Compares every stored score as of the month with what plain SQL makes of the same entries. */
  async verify(asOf: Month): Promise<ScoreCheck> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('SET LOCAL statement_timeout = 0'); // a province takes longer than any request may
      const differing = await this.check.differences(manager, asOf, this.policies.list());
      return { asOf, ...(await this.check.count(manager, asOf)), differing };
    });
  }
}
