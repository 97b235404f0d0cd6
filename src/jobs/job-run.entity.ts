import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** skipped: the run before it was still under way. */
export type JobRunState = 'running' | 'done' | 'failed' | 'skipped';

/** One fire of a job. The key (job, slot) lets exactly one process of the cluster run it; the row is its history. */
@Entity('job_run')
@Index('job_run_running_idx', ['job'], { where: "(state = 'running'::text)" })
export class JobRun {
  @PrimaryColumn('text') job!: string;
  /** Local time of the tick, such as `2026-11-24T09:00`. */
  @PrimaryColumn('text') slot!: string;
  @Column('text') state!: JobRunState;
  @Column('jsonb', { nullable: true }) result!: Record<string, unknown> | null;
  @Column('text', { nullable: true }) error!: string | null;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  /** The process that runs it moves this ahead; once it is past, that process has died. */
  @Column('timestamptz', { name: 'alive_until' }) aliveUntil!: Date;
}
