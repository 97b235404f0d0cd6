import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ScoreSnapshotsService } from '../scoring/stored/score-snapshots.service.js';
import { inPresentShape, SHAPE } from './content/earlier-shapes.js';
import { hashOf } from './content/report-content.js';
import { inputNotKept } from './errors.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

/** Whether a report, computed again from what was kept of its time, is the same to the last byte. */
export interface Replay {
  readonly identical: boolean;
  readonly hash: string;
  readonly replayedHash: string;
}

/** Computes a past report again, under the policy of its time. */
@Injectable()
export class ReportReplayService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportsService,
    private readonly repository: ReportsRepository,
    private readonly snapshots: ScoreSnapshotsService,
  ) {}

  /** @throws DomainError `input-not-kept` for what was frozen before scores kept what they were computed from */
  async replay(id: string): Promise<Replay> {
    const { hash } = await this.reports.find(id);
    const frozen = await this.repository.frozen(this.dataSource.manager, id);
    const { sheets } = inPresentShape(frozen);
    const scores = await Promise.all(sheets.map(({ score: { inputHash } }) => this.computed(inputHash)));
    const replayedHash = hashOf({
      ...frozen,
      sheets: (frozen.sheets as { score: unknown }[]).map((sheet, place) => ({
        ...sheet,
        score: frozen.shape === SHAPE ? scores[place] : asSaid(sheet.score, scores[place]),
      })),
    });
    return { identical: replayedHash === hash, hash, replayedHash };
  }

  private computed(inputHash: string | null) {
    if (inputHash === null) throw inputNotKept();
    return this.snapshots.replay(inputHash);
  }
}

/** What an earlier version said, in the figures of now: what it did not say is left out, what nobody says any more stays. */
function asSaid(said: unknown, now: unknown): unknown {
  if (Array.isArray(said) && Array.isArray(now)) return said.map((item, place) => asSaid(item, now[place]));
  if (!isRecord(said) || !isRecord(now)) return now === undefined ? said : now;
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, asSaid(value, now[key])]));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
