import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type ApprovedContent, ProgressEntry } from '../progress-entry.entity.js';

export const CHANGE_ACTIONS = [
  'saved',
  'emptied',
  'submitted',
  'recalled',
  'approved',
  'returned',
  'reopened',
  'withdrawn',
] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/** One line of an entry's append-only history: who did what, when and why, and the entry as it was afterwards. */
@Entity('progress_change')
@Index('progress_change_entry_idx', ['entryId', 'version'])
export class ProgressChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'entry_id' }) entryId!: string;
  @Column('integer') version!: number;
  @Column('text') action!: ChangeAction;
  @Column('text') actor!: string;
  /** The absent head whose deputy the actor was; null: they acted in their own right. */
  @Column('text', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb') entry!: Record<string, unknown>;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;

  @ManyToOne(() => ProgressEntry, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'entry_id' })
  progressEntry?: Relation<ProgressEntry>;
}

export interface NamedChange extends ProgressChange {
  /** As people call whoever acted; the user name, where there is no such account any more. */
  readonly actorName: string;
  /** What the entry said afterwards; decimal strings, where `entry` has numbers. */
  readonly figures: ApprovedContent;
}
