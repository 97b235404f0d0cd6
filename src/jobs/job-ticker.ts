import { Injectable } from '@nestjs/common';
import { Cron, SchedulerRegistry } from '@nestjs/schedule';
import { JobsService } from './jobs.service.js';

const NAME = 'jobs';

/**
 * Asks all the time whether a job is due, by the clock of the database. A cron expression per job would go by the clock of
 * its machine: one that is five minutes fast would find nothing due at nine, and would not ask again until tomorrow.
 */
@Injectable()
export class JobTicker {
  constructor(
    private readonly jobs: JobsService,
    private readonly scheduler: SchedulerRegistry,
  ) {}

  /** Runs what was missed, and from then on what falls due. Until then nothing ticks: a start may take long. */
  async start(): Promise<void> {
    this.scheduler.getCronJob(NAME).start();
    await this.tick();
  }

  @Cron('*/15 * * * * *', { name: NAME, disabled: true })
  tick(): Promise<void> {
    return this.jobs.runDue();
  }
}
