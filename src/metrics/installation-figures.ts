import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NightlyBackups } from '../backup/nightly-backups.js';
import { DatabaseClock } from '../common/database-clock.js';

/** Ages in seconds; null where there is nothing that could be old. */
export interface Figures {
  readonly jobs: readonly { readonly job: string; readonly state: string; readonly doneAt: Date | null }[];
  readonly mails: readonly { readonly state: string; readonly count: number }[];
  readonly queueAge: number;
  readonly scoresAge: number | null;
  readonly backupAge: number | null;
}

const JOBS = `
  SELECT DISTINCT ON (job) job, state,
         (SELECT max(finished_at) FROM job_run d WHERE d.job = r.job AND d.state = 'done') AS "doneAt"
  FROM job_run r WHERE state <> 'skipped' ORDER BY job, slot DESC`;

const MAILS = `
  SELECT state, count(*)::int AS count FROM mail
  WHERE finished_at IS NULL OR finished_at > $1::timestamptz - interval '30 days' GROUP BY state`;

const AGES = `
  SELECT extract(epoch FROM $1::timestamptz - min(due_at))::float AS queue,
         (SELECT extract(epoch FROM $1::timestamptz - max(scored_at))::float FROM sheet_score) AS scores
  FROM mail WHERE finished_at IS NULL AND due_at <= $1`;

@Injectable()
export class InstallationFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly backups: NightlyBackups,
    private readonly clock: DatabaseClock,
  ) {}

  async now(): Promise<Figures> {
    const { manager } = this.dataSource;
    const now = await this.clock.now();
    const jobs: Figures['jobs'] = await manager.query(JOBS);
    const mails: Figures['mails'] = await manager.query(MAILS, [now]);
    const [ages]: { queue: number | null; scores: number | null }[] = await manager.query(AGES, [now]);
    const newest = (await this.backups.kept()).at(-1)?.writtenAt;
    return {
      jobs,
      mails,
      queueAge: ages?.queue ?? 0,
      scoresAge: ages?.scores ?? null,
      backupAge: newest ? (now.getTime() - newest.getTime()) / 1000 : null,
    };
  }
}
