import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { RescoringService } from '../scoring/stored/rescoring.service.js';
import type { Job, JobResult } from './job.js';

/**
 * Every night, of every year that is not finished: its scores anew, those of earlier months that lack, and how many rows plain SQL
 * computes differently.
 */
@Injectable()
export class RescoringJob implements Job {
  readonly name = 'rescoring';
  readonly time = '02:30';

  constructor(
    private readonly rescoring: RescoringService,
    private readonly clock: Clock,
  ) {}

  async run(at: Date): Promise<JobResult> {
    // `at` says which months; a score was stored by the clock, and one of today is older than this run even where `at` is past.
    const since = this.clock.now();
    const months = await this.rescoring.months(at);
    let [sheets, differing] = [0, 0];
    for (const month of months) {
      sheets += await this.rescoring.rescore(month, since);
      await this.rescoring.completeYear(month);
      differing += (await this.rescoring.verify(month)).differing.length;
    }
    return { months: months.join(' '), sheets, differing };
  }

  async preview(at: Date) {
    const preview = [];
    for (const month of await this.rescoring.months(at)) {
      const { sheets, differing } = await this.rescoring.verify(month);
      preview.push({ month, scored: sheets, differing: differing.length });
    }
    return preview;
  }
}
