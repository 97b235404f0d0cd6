import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { MailState } from '../../domain/reminding/mail-state.js';
import { Contact } from '../../organisation/contact.entity.js';

/**
 * One mail to one contact about one topic: the digest of a local date, or a report; of the machine to an administrator. The rows without `finishedAt` are the
 * queue: whoever takes one up moves `dueAt` ahead, so that it comes back by itself when that process dies.
 */
@Entity('mail')
@Unique('mail_contact_kind_topic_key', ['contactId', 'kind', 'topic'])
@Index('mail_due_idx', { synchronize: false })
@Index('mail_failed_idx', { synchronize: false })
@Index('mail_person_idx', { synchronize: false })
export class Mail {
  /** Also the left part of the Message-ID, so a mail that is sent again is recognised as the same. */
  @PrimaryColumn('uuid') id!: string;
  /** Of what concerns the machine: an administrator's account, who need not be a contact. */
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('text') kind!: string;
  /** What makes it one mail: the local date of a digest, the id of a report. */
  @Column('text') topic!: string;
  @Column('text', { name: 'local_date' }) localDate!: string;
  @Column('text', { default: 'queued' }) state!: MailState;
  @Column('integer', { default: 0 }) attempts!: number;
  /** When it is to be tried next. */
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  /** The address it went to, as it was at that moment. */
  @Column('text', { name: 'sent_to', nullable: true }) sentTo!: string | null;
  /** Whose it is while it is under way, and was once it went out (`Addressee.person`): a deputy gets one mail, too. */
  @Column('text', { nullable: true, select: false }) person!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;

  /** The ledger outlives the people in it. */
  @ManyToOne(() => Contact, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'contact_id' })
  contact?: Relation<Contact> | null;
}
