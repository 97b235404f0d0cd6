import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { JobResult } from './job.js';
import { JobRun } from './job-run.entity.js';

/** A run that dies is taken over after this time. */
const LIFE_SECONDS = 60;
/** A run that failed is tried again by the ticks after this time. */
const RETRY_SECONDS = 300;

/** A run of this process; `startedAt` tells it from a later one that took its slot over. */
export interface Run {
  readonly job: string;
  readonly slot: string;
  readonly startedAt: Date;
}

/** How often the runs of a job failed, or were skipped because the one before was still under way. */
export interface RunCounts {
  readonly failed: number;
  readonly skipped: number;
}

// A job whose run in another slot is alive is not run beside it. A run of the future, from when the clock was wrong, is none: it
// would keep the job waiting until then.
// What a run failed of stays until it is done: to be tried again is not to be mended.
const CLAIM = `
  INSERT INTO job_run AS own (job, slot, state, started_at, alive_until, finished_at)
  SELECT $1, $2, CASE WHEN busy THEN 'skipped' ELSE 'running' END, $3::timestamptz, $3 + make_interval(secs => $4),
         CASE WHEN busy THEN $3 END
  FROM (SELECT EXISTS (
    SELECT 1 FROM job_run WHERE job = $1 AND slot <> $2 AND state = 'running' AND alive_until >= $3
       AND started_at < $3 + interval '1 hour') AS busy) AS other
  ON CONFLICT (job, slot) DO UPDATE
    SET state = 'running', started_at = excluded.started_at, alive_until = excluded.alive_until, finished_at = NULL
    WHERE excluded.state = 'running'
      AND ((own.state = 'failed' AND own.finished_at <= $3 - make_interval(secs => $5))
        OR (own.state = 'running' AND (own.alive_until < $3 OR own.started_at > $3 + interval '1 hour')))
  RETURNING state`;

@Injectable()
export class JobRunsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes the slot for this process. `again`: also one that has just failed.
   * @returns undefined when it is another's, or done, or the job is still under way
   */
  claim(job: string, slot: string, now: Date, again = false): Promise<Run | undefined> {
    return this.dataSource.transaction(async (manager) => {
      // Two slots of one job, claimed at the same moment, would both find the other not running yet.
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`job ${job}`]);
      const retry = again ? 0 : RETRY_SECONDS;
      const [row]: { state: string }[] = await manager.query(CLAIM, [job, slot, now, LIFE_SECONDS, retry]);
      return row?.state === 'running' ? { job, slot, startedAt: now } : undefined;
    });
  }

  /** @returns how many runs are forgotten that were finished before that moment */
  async deleteOld(before: Date): Promise<number> {
    const { affected } = await this.dataSource.manager.delete(JobRun, { finishedAt: LessThan(before) });
    return affected ?? 0;
  }

  /** Whether the slot is nobody's yet, or its run is alive. */
  async isOpen(job: string, slot: string, now: Date): Promise<boolean> {
    const run = await this.dataSource.manager.findOneBy(JobRun, { job, slot });
    return run === null || (run.state === 'running' && run.aliveUntil >= now);
  }

  async keepAlive({ job, slot, startedAt }: Run, now: Date): Promise<void> {
    const aliveUntil = new Date(now.getTime() + LIFE_SECONDS * 1000);
    await this.dataSource.manager.update(JobRun, { job, slot, startedAt, state: 'running' }, { aliveUntil });
  }

  async finish({ job, slot, startedAt }: Run, result: JobResult, at: Date): Promise<void> {
    const outcome = { state: 'done', result, error: null, finishedAt: at } as const;
    await this.dataSource.manager.update(JobRun, { job, slot, startedAt }, outcome);
  }

  async fail({ job, slot, startedAt }: Run, error: string, at: Date): Promise<void> {
    const outcome = { state: 'failed', error, finishedAt: at } as const;
    await this.dataSource.manager.update(JobRun, { job, slot, startedAt }, outcome);
  }

  /** When the last run of any job began; null before the first. */
  async newest(): Promise<Date | null> {
    const [row]: { newest: Date | null }[] = await this.dataSource.query(
      'SELECT max(started_at) AS newest FROM job_run',
    );
    return row?.newest ?? null;
  }

  last(job: string, count: number): Promise<JobRun[]> {
    return this.dataSource.manager.find(JobRun, { where: { job }, order: { slot: 'DESC' }, take: count });
  }

  async counts(job: string): Promise<RunCounts> {
    const [counts]: RunCounts[] = await this.dataSource.query(
      `SELECT count(*) FILTER (WHERE state = 'failed')::int AS failed,
              count(*) FILTER (WHERE state = 'skipped')::int AS skipped FROM job_run WHERE job = $1`,
      [job],
    );
    return counts ?? { failed: 0, skipped: 0 };
  }
}
