import { Injectable } from '@nestjs/common';
import { ExpiredAccess } from '../auth/access/expired-access.js';
import { Configuration } from '../config/configuration.js';
import { MailRetention } from '../delivery/mail-retention.js';
import { IdempotentRequests } from '../common/http/idempotency/idempotent-requests.js';
import { StoredFilesService } from '../files/stored-files.service.js';
import { ReportBatchesService } from '../reports/batches/report-batches.service.js';
import type { Job, JobResult } from './job.js';
import { JobRunsRepository } from './job-runs.repository.js';

const DAY_MS = 86_400_000;

/**
 * Every night: archives of reports whose days are over, files that nothing refers to any more, keys of requests that nobody
 * will repeat, sessions and counts of sign-ins that are over, and what settings say is kept no longer.
 */
@Injectable()
export class HousekeepingJob implements Job {
  readonly name = 'housekeeping';
  readonly time = '03:30';

  constructor(
    private readonly reportBatches: ReportBatchesService,
    private readonly files: StoredFilesService,
    private readonly requests: IdempotentRequests,
    private readonly access: ExpiredAccess,
    private readonly mails: MailRetention,
    private readonly runs: JobRunsRepository,
    private readonly configuration: Configuration,
  ) {}

  async run(at: Date): Promise<JobResult> {
    const reportBatches = await this.reportBatches.deleteOld(at); // first: their files are swept with the others
    return {
      reportBatches,
      files: await this.files.sweep(at),
      requests: await this.requests.deleteExpired(at),
      access: await this.access.delete(at),
      mails: await this.mails.apply(at),
      runs: await this.runs.deleteOld(new Date(at.getTime() - this.configuration.JOB_RUN_DAYS * DAY_MS)),
    };
  }

  /** Nothing that anybody misses. */
  preview(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return Promise.resolve([]);
  }
}
