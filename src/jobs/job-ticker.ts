import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { JobsService } from './jobs.service.js';

/**
 * Asks all the time whether a job is due, by the clock of the database. A cron expression per job would go by the clock of
 * its machine: one that is five minutes fast would find nothing due at nine, and would not ask again until tomorrow.
 */
@Injectable()
export class JobTicker {
  constructor(private readonly jobs: JobsService) {}

  @Cron('*/15 * * * * *', { name: 'jobs' })
  tick(): Promise<void> {
    return this.jobs.runDue();
  }
}
