import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { Grade, MonthlyEntry } from '../../domain/indicator.js';
import type { EntryQuestionCode } from '../../domain/entries/questions.js';
import { Indicator } from '../../targets/indicators/indicator.entity.js';

export const ENTRY_STATUSES = ['draft', 'submitted', 'approved', 'returned'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];
/**
 * In the database only: the entry was emptied. Its row stays so that its versions go on and its history keeps its place;
 * for everybody who reads, there is no entry.
 */
export const EMPTY = 'empty';
export type StoredStatus = EntryStatus | typeof EMPTY;

/** What an entry said when it was last approved. */
export type ApprovedContent = Required<Omit<MonthlyEntry, 'month' | 'reopened'>>;

/** 月度填报: what one month says about one indicator. */
@Entity('progress_entry')
@Unique('progress_entry_indicator_month_key', ['indicatorId', 'month'])
@Index('progress_entry_month_status_idx', ['month', 'status'])
@Index('progress_entry_waiting_idx', ['status'], {
  where: `(status = ANY (ARRAY['submitted'::text, 'returned'::text]))`,
})
@Index('progress_entry_completed_idx', ['indicatorId'], { where: '(completed_on IS NOT NULL)' })
@Index('progress_entry_reopened_idx', ['indicatorId'], { where: '(last_approved IS NOT NULL)' })
@Check('progress_entry_month_check', `"month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class ProgressEntry implements MonthlyEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('text') month!: string;
  @Column('numeric', { nullable: true }) value!: string | null;
  @Column('numeric', { nullable: true }) numerator!: string | null;
  @Column('numeric', { nullable: true }) denominator!: string | null;
  @Column('text', { nullable: true }) grade!: Grade | null;
  @Column('numeric', { nullable: true }) coefficient!: string | null;
  @Column('text', { name: 'completed_on', nullable: true }) completedOn!: string | null;
  @Column('boolean', { name: 'not_applicable', default: false }) notApplicable!: boolean;
  @Column('text', { name: 'not_applicable_reason', nullable: true }) notApplicableReason!: string | null;
  @Column('text', { name: 'deviation_reason', nullable: true }) deviationReason!: string | null;
  @Column('text', { name: 'corrective_measure', nullable: true }) correctiveMeasure!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  /** Questions about its numbers (domain/entries/questions.ts) that somebody answered "yes, it is right". */
  @Column('text', { array: true, default: [] }) confirmed!: EntryQuestionCode[];
  @Column('text', { default: 'draft' }) status!: EntryStatus;
  @Column('text', { name: 'submitted_by', nullable: true }) submittedBy!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  /** Whoever wrote or submitted it since it was approved last; none of them approves it. */
  @Column('text', { array: true, default: [] }) authors!: string[];
  /** First submitted after the due date. */
  @Column('boolean', { default: false }) late!: boolean;
  /** Only of an entry that was reopened, and as long as it is not approved again: it counts with this. */
  @Column('jsonb', { name: 'last_approved', nullable: true }) lastApproved!: ApprovedContent | null;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;

  @ManyToOne(() => Indicator, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'indicator_id' })
  indicator?: Relation<Indicator>;
}
