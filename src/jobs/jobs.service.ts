import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseClock } from '../common/database-clock.js';
import { Configuration } from '../config/configuration.js';
import { recordInAuditLog } from '../audit/audit-log.js';
import { type Job, JOBS } from './job.js';
import type { JobRun } from './job-run.entity.js';
import { JobRunner } from './job-runner.js';
import { JobRunsRepository, type RunCounts } from './job-runs.repository.js';
import { nextTick } from './job-slot.js';
import { noJob } from './errors.js';

const HISTORY = 20;

/** A run with its duration, null while it is under way. */
export type TimedRun = JobRun & { readonly durationMs: number | null };

/** A job with its next run and its last ones, newest first. */
export interface JobOverview extends RunCounts {
  readonly name: string;
  readonly time: string;
  readonly nextRun: Date;
  readonly runs: readonly TimedRun[];
}

@Injectable()
export class JobsService {
  constructor(
    @Inject(JOBS) private readonly jobs: readonly Job[],
    private readonly dataSource: DataSource,
    private readonly runner: JobRunner,
    private readonly runs: JobRunsRepository,
    private readonly clock: DatabaseClock,
    private readonly configuration: Configuration,
  ) {}

  async overview(): Promise<JobOverview[]> {
    const now = await this.clock.now();
    return Promise.all(
      this.jobs.map(async ({ name, time }) => ({
        name,
        time,
        nextRun: nextTick(time, now, this.configuration.TIME_ZONE),
        ...(await this.runs.counts(name)),
        runs: (await this.runs.last(name, HISTORY)).map(timed),
      })),
    );
  }

  /** @throws NotFoundError that names the jobs there are */
  named(name: string): Job {
    const job = this.jobs.find((candidate) => candidate.name === name);
    if (job) return job;
    throw noJob(this.jobs.map((candidate) => candidate.name));
  }

  preview(name: string, at: Date) {
    return this.named(name).preview(at);
  }

  /** At somebody's wish, not by the clock. */
  async run(name: string, at: Date) {
    const job = this.named(name);
    await recordInAuditLog(this.dataSource.manager, { action: 'job.started', subjectType: 'job', subjectId: name });
    return this.runner.runAt(job, at);
  }

  /** What has fallen due since it was last asked, be that seconds ago or, while the service was down, days. */
  async runDue(): Promise<void> {
    for (const isLater of [false, true]) {
      const jobs = this.jobs.filter(({ isAfterOthers = false }) => isAfterOthers === isLater);
      await Promise.all(jobs.map((job) => this.runner.tick(job)));
    }
  }

  /** Whether the jobs have said what is to be mailed now; after an outage of whatever kind that takes until the next tick. */
  async mayMail(): Promise<boolean> {
    const before = this.jobs.filter(({ isBeforeMails }) => isBeforeMails);
    return !(await Promise.all(before.map((job) => this.runner.isOpen(job)))).includes(true);
  }
}

const timed = (run: JobRun): TimedRun => ({
  ...run,
  durationMs: run.finishedAt && run.finishedAt.getTime() - run.startedAt.getTime(),
});
