import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../database/audit-log.js';
import { NotFoundError } from '../domain/domain-error.js';
import type { Job } from './job.js';
import type { JobRun } from './job-run.entity.js';
import { JobRunner } from './job-runner.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { ReminderDigestJob } from './reminder-digest.job.js';
import { ScoringReportJob } from './scoring-report.job.js';

const HISTORY = 20;

/** A job with its last runs, newest first. */
export interface JobOverview {
  readonly name: string;
  readonly time: string;
  readonly runs: readonly JobRun[];
}

@Injectable()
export class JobsService {
  private readonly jobs: readonly Job[];

  constructor(
    reminderDigest: ReminderDigestJob,
    scoringReport: ScoringReportJob,
    private readonly dataSource: DataSource,
    private readonly runner: JobRunner,
    private readonly runs: JobRunsRepository,
  ) {
    this.jobs = [reminderDigest, scoringReport];
  }

  overview(): Promise<JobOverview[]> {
    return Promise.all(
      this.jobs.map(async ({ name, time }) => ({ name, time, runs: await this.runs.last(name, HISTORY) })),
    );
  }

  /** @throws NotFoundError that names the jobs there are */
  named(name: string): Job {
    const job = this.jobs.find((candidate) => candidate.name === name);
    if (job) return job;
    const known = this.jobs.map((candidate) => candidate.name).join(', ');
    throw new NotFoundError({ zh: `任务（现有：${known}）`, en: `job (there are: ${known})` });
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

  /** What was missed while the service was down is made up for, once. */
  async catchUp(): Promise<void> {
    for (const job of this.jobs) await this.runner.tick(job);
  }
}
