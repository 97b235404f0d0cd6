import { Injectable, Logger } from '@nestjs/common';
import { correlated } from '../common/correlation.js';
import { DatabaseClock } from '../common/database-clock.js';
import { Configuration } from '../config/configuration.js';
import { DomainError } from '../domain/domain-error.js';
import type { Job, JobResult } from './job.js';
import { JobRunsRepository, type Run } from './job-runs.repository.js';
import { lastSlot, slotAt } from './job-slot.js';

const SIGN_OF_LIFE_MS = 20_000;
const DAY_MS = 86_400_000;

/** Runs a job once per slot in the whole cluster, and keeps the history. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    private readonly runs: JobRunsRepository,
    private readonly clock: DatabaseClock,
    private readonly configuration: Configuration,
  ) {}

  /** Runs what fell due last, unless it was run: one run makes up for all that were missed before. */
  async tick(job: Job): Promise<void> {
    try {
      const now = await this.clock.now();
      const run = await this.runs.claim(job.name, lastSlot(job.time, now, this.configuration.TIME_ZONE), now);
      if (run) await this.perform(run, job, now);
    } catch (error) {
      this.logger.error({ job: job.name, error: String(error) });
    }
  }

  /** @returns how many runs are forgotten since their days are over (`JOB_RUN_DAYS`) */
  forgetOld(at: Date): Promise<number> {
    return this.runs.deleteOld(new Date(at.getTime() - this.configuration.JOB_RUN_DAYS * DAY_MS));
  }

  /** Whether what fell due last has not been run, or is under way. */
  async isOpen(job: Job): Promise<boolean> {
    const now = await this.clock.now();
    return this.runs.isOpen(job.name, lastSlot(job.time, now, this.configuration.TIME_ZONE), now);
  }

  /** Runs a job as if it were that moment. @returns undefined when the slot was taken, or the job is under way */
  async runAt(job: Job, at: Date): Promise<JobResult | undefined> {
    const slot = slotAt(at, this.configuration.TIME_ZONE);
    const run = await this.runs.claim(job.name, slot, await this.clock.now(), true);
    return run && this.perform(run, job, at);
  }

  private async perform(run: Run, job: Job, at: Date): Promise<JobResult> {
    const alive = setInterval(() => void this.keepAlive(run), SIGN_OF_LIFE_MS);
    try {
      const result = await correlated({ job: run.job, slot: run.slot }, () => job.run(at));
      await this.runs.finish(run, result, await this.clock.now());
      this.logger.log({ job: job.name, slot: run.slot, ...result });
      return result;
    } catch (error) {
      await this.runs.fail(run, textOf(error), await this.clock.now());
      throw error;
    } finally {
      clearInterval(alive);
    }
  }

  private async keepAlive(run: Run): Promise<void> {
    await this.clock
      .now()
      .then((now) => this.runs.keepAlive(run, now))
      .catch((error: unknown) => {
        this.logger.warn({ job: run.job, error: String(error) });
      });
  }
}

/** What a run failed of: in Chinese and, on a second line, in English; in one line what nobody foresaw. */
function textOf(error: unknown): string {
  if (error instanceof DomainError) return `${error.messages.zh}\n${error.messages.en}`;
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
}
