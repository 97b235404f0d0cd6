import { Injectable } from '@nestjs/common';
import { DueReportsService } from '../reports/due-reports.service.js';
import type { Job, JobResult } from './job.js';

/** Every morning: the scoring reports of the months that have closed and have none yet. */
@Injectable()
export class ScoringReportJob implements Job {
  readonly name = 'scoring-report';
  readonly time = '09:30';

  constructor(private readonly reports: DueReportsService) {}

  async run(at: Date): Promise<JobResult> {
    return { reports: await this.reports.issueDue(at) };
  }

  async preview(at: Date) {
    return (await this.reports.due(at)).map((due) => ({ ...due }));
  }
}
