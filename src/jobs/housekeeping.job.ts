import { Injectable } from '@nestjs/common';
import { IdempotentRequests } from '../common/http/idempotency/idempotent-requests.js';
import { StoredFilesService } from '../files/stored-files.service.js';
import type { Job, JobResult } from './job.js';

/** Every night: files that nothing refers to any more, and keys of requests that nobody will repeat. */
@Injectable()
export class HousekeepingJob implements Job {
  readonly name = 'housekeeping';
  readonly time = '03:30';

  constructor(
    private readonly files: StoredFilesService,
    private readonly requests: IdempotentRequests,
  ) {}

  async run(at: Date): Promise<JobResult> {
    return { files: await this.files.sweep(at), requests: await this.requests.deleteExpired(at) };
  }

  /** Nothing that anybody misses. */
  preview(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return Promise.resolve([]);
  }
}
