import { Injectable } from '@nestjs/common';
import { Today } from '../common/today.js';
import { yearOf } from '../domain/month.js';
import { RescoringService } from '../scoring/rescoring.service.js';
import type { Job, JobResult } from './job.js';

/** Every night: all scores of the last month that is over, anew, and how many rows plain SQL computes differently. */
@Injectable()
export class RescoringJob implements Job {
  readonly name = 'rescoring';
  readonly time = '02:30';

  constructor(
    private readonly rescoring: RescoringService,
    private readonly today: Today,
  ) {}

  async run(at: Date): Promise<JobResult> {
    const month = this.month();
    const sheets = await this.rescoring.rescore(month, at);
    const { differing } = await this.rescoring.verify(month);
    return { month, sheets, differing: differing.length };
  }

  async preview() {
    const { asOf, sheets, differing } = await this.rescoring.verify(this.month());
    return [{ month: asOf, scored: sheets, differing: differing.length }];
  }

  private month(): string {
    return this.today.asOf(yearOf(this.today.date()));
  }
}
