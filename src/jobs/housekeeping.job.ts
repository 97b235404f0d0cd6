import { Injectable } from '@nestjs/common';
import { ExpiredAccess } from '../auth/access/expired-access.js';
import { MailRetention } from '../delivery/mail-retention.js';
import { IdempotentRequests } from '../common/http/idempotency/idempotent-requests.js';
import { StoredFilesService } from '../files/stored-files.service.js';
import { ReportBatchesService } from '../reports/batches/report-batches.service.js';
import type { Job, JobResult } from './job.js';
import { JobRunner } from './job-runner.js';

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
    private readonly runner: JobRunner,
  ) {}

  async run(at: Date): Promise<JobResult> {
    const reportBatches = await this.reportBatches.deleteOld(at); // first: their files are swept with the others
    return {
      reportBatches,
      files: await this.files.sweep(at),
      requests: await this.requests.deleteExpired(at),
      access: await this.access.delete(at),
      mails: await this.mails.apply(at),
      runs: await this.runner.forgetOld(at),
    };
  }

  /** Nothing that anybody misses. */
  preview(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return Promise.resolve([]);
  }
}
