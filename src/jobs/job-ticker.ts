import { Injectable, Logger } from '@nestjs/common';
import { Cron, SchedulerRegistry } from '@nestjs/schedule';
import { DatabaseClock } from '../common/database-clock.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { JobsService } from './jobs.service.js';

const NAME = 'jobs';
const HOUR_MS = 3_600_000;
const LONG_AWAY_MS = 60 * 24 * HOUR_MS;

/**
 * Asks all the time whether a job is due, by the clock of the database. A cron expression per job would go by the clock of
 * its machine: one that is five minutes fast would find nothing due at nine, and would not ask again until tomorrow.
 */
@Injectable()
export class JobTicker {
  private readonly logger = new Logger(JobTicker.name);

  constructor(
    private readonly jobs: JobsService,
    private readonly scheduler: SchedulerRegistry,
    private readonly runs: JobRunsRepository,
    private readonly clock: DatabaseClock,
  ) {}

  /** Runs what was missed, and from then on what falls due. Until then nothing ticks: a start may take long. */
  async start(): Promise<void> {
    await this.doubtClock();
    this.scheduler.getCronJob(NAME).start();
    await this.tick();
  }

  /** Jobs run every day, so the newest run tells when somebody was last at work: a clock that is years off shows here. */
  private async doubtClock(): Promise<void> {
    const [newest, now] = [await this.runs.newest(), await this.clock.now()];
    if (newest === null) return;
    const awayMs = now.getTime() - newest.getTime();
    if (awayMs < -HOUR_MS)
      this.logger.error({ message: 'the clock of the database stands before what was done already', now, newest });
    else if (awayMs > LONG_AWAY_MS)
      this.logger.warn({ message: 'no job ran for so long that the clock may be ahead', now, newest });
  }

  @Cron('*/15 * * * * *', { name: NAME, disabled: true })
  tick(): Promise<void> {
    return this.jobs.runDue();
  }
}
