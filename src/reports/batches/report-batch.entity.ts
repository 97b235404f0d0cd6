import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Language, Message } from '../../domain/domain-error.js';
import { StoredFile } from '../../files/stored-file.entity.js';
import type { ReportKind } from '../content/report-content.js';
import type { ReportFormat } from '../writers/formats.js';

export const BATCH_STATES = ['waiting', 'working', 'done', 'failed', 'cancelled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** A report of the batch that could not be issued, and why. */
export interface BatchProblem {
  /** Of the department or the sheet. */
  readonly name: string;
  readonly message: Message;
}

/** Reports of many departments or sheets, issued in the background and packed into one archive. */
@Entity('report_batch')
@Index('report_batch_due_idx', ['dueAt', 'id'], { where: 'finished_at IS NULL' })
@Index('report_batch_file_idx', ['sha256'])
@Check('report_batch_state_check', `"state" IN ('waiting', 'working', 'done', 'failed', 'cancelled')`)
export class ReportBatch {
  @PrimaryColumn('uuid') id!: string;
  /** In whose name it was asked for; null: the performance office. */
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('text', { name: 'created_by' }) createdBy!: string;
  @Column('uuid', { name: 'created_by_id' }) createdById!: string;
  @Column('text') kind!: ReportKind;
  @Column('text') month!: string;
  /** null: all. */
  @Column('uuid', { array: true, nullable: true }) departments!: string[] | null;
  @Column('text', { array: true }) formats!: ReportFormat[];
  @Column('text') language!: Language;
  @Column('boolean', { name: 'show_personal_data' }) showPersonalData!: boolean;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') state!: BatchState;
  @Column('integer') total!: number;
  /** Issued, or found not to be issuable. */
  @Column('integer', { default: 0 }) done!: number;
  @Column('integer', { name: 'not_issued', default: 0 }) notIssued!: number;
  /** The first of those that were not issued; the archive names all of them. */
  @Column('jsonb', { default: [] }) problems!: BatchProblem[];
  /** Why there is no archive. */
  @Column('jsonb', { nullable: true }) error!: Message | null;
  /** The archive. */
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('integer', { nullable: true }) size!: number | null;
  /** Not to be taken up before: until then a process is at it. */
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  /** How often it was taken up; who works on it as of an earlier attempt has lost it. */
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;

  @ManyToOne(() => StoredFile, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'sha256', foreignKeyConstraintName: 'report_batch_file_fkey' })
  file?: Relation<StoredFile> | null;
}
