import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Configuration } from '../config/configuration.js';
import type { Job, JobResult } from './job.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { lastSlot, slotAt } from './job-slot.js';

/** Runs a job once per slot in the whole cluster, and keeps the history. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    private readonly runs: JobRunsRepository,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** A tick of the scheduler, or the last one that was missed while the service was down: one run makes up for many. */
  async tick(job: Job): Promise<void> {
    const now = this.clock.now();
    await this.runIn(lastSlot(job.time, now, this.configuration.TIME_ZONE), job, now).catch((error: unknown) => {
      this.logger.error({ job: job.name, error: String(error) });
    });
  }

  /** Runs a job as if it were that moment. @returns undefined when the slot was taken already. */
  runAt(job: Job, at: Date): Promise<JobResult | undefined> {
    return this.runIn(slotAt(at, this.configuration.TIME_ZONE), job, at);
  }

  private async runIn(slot: string, job: Job, at: Date): Promise<JobResult | undefined> {
    if (!(await this.runs.claim(job.name, slot, this.clock.now()))) return undefined;
    try {
      const result = await job.run(at);
      await this.runs.finish(job.name, slot, result, this.clock.now());
      this.logger.log({ job: job.name, slot, ...result });
      return result;
    } catch (error) {
      await this.runs.fail(job.name, slot, error instanceof Error ? error.message : String(error), this.clock.now());
      throw error;
    }
  }
}
