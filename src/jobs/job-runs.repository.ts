import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JobResult } from './job.js';
import { JobRun } from './job-run.entity.js';

// A process that died in a run leaves it "running": after this time the slot may be taken over.
const ABANDONED_AFTER = '10 minutes';

@Injectable()
export class JobRunsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes the slot for this process. @returns false when it is another's, or done. */
  async claim(job: string, slot: string, at: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO job_run (job, slot, state, started_at) VALUES ($1, $2, 'running', $3)
       ON CONFLICT (job, slot) DO UPDATE SET started_at = excluded.started_at, state = 'running', error = NULL
         WHERE job_run.state = 'failed'
            OR (job_run.state = 'running' AND job_run.started_at < excluded.started_at - $4::interval)
       RETURNING job`,
      [job, slot, at, ABANDONED_AFTER],
    );
    return rows.length > 0;
  }

  async finish(job: string, slot: string, result: JobResult, at: Date): Promise<void> {
    await this.dataSource.manager.update(JobRun, { job, slot }, { state: 'done', result, finishedAt: at });
  }

  async fail(job: string, slot: string, error: string, at: Date): Promise<void> {
    await this.dataSource.manager.update(JobRun, { job, slot }, { state: 'failed', error, finishedAt: at });
  }

  last(job: string, count: number): Promise<JobRun[]> {
    return this.dataSource.manager.find(JobRun, { where: { job }, order: { slot: 'DESC' }, take: count });
  }
}
