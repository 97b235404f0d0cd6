import { Injectable } from '@nestjs/common';
import { ScoreSnapshotsService } from '../scoring/stored/score-snapshots.service.js';
import { ReportsService } from './reports.service.js';
import { hashOf } from './content/report-content.js';

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
    private readonly reports: ReportsService,
    private readonly snapshots: ScoreSnapshotsService,
  ) {}

  async replay(id: string): Promise<Replay> {
    const { content, hash } = await this.reports.find(id);
    const sheets = await Promise.all(
      content.sheets.map(async (sheet) => ({ ...sheet, score: await this.snapshots.replay(sheet.score.inputHash) })),
    );
    const replayedHash = hashOf({ ...content, sheets });
    return { identical: replayedHash === hash, hash, replayedHash };
  }
}
