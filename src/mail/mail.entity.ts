import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Contact } from '../organisation/contact.entity.js';

/** refused: the server said no for good (5xx); failed: every try met a passing fault; superseded: nothing was owed any more. */
export const MAIL_STATES = ['queued', 'sent', 'refused', 'failed', 'superseded'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** One mail to one contact about one topic: the digest of a local date, or a report. */
@Entity('mail')
@Unique('mail_contact_kind_topic_key', ['contactId', 'kind', 'topic'])
export class Mail {
  /** Also the left part of the Message-ID, so a mail that is sent again is recognised as the same. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('text') kind!: string;
  /** What makes it one mail: the local date of a digest, the id of a report. */
  @Column('text') topic!: string;
  @Column('text', { name: 'local_date' }) localDate!: string;
  @Column('text', { default: 'queued' }) state!: MailState;
  @Column('integer', { default: 0 }) attempts!: number;
  /** The address it went to, as it was at that moment. */
  @Column('text', { name: 'sent_to', nullable: true }) sentTo!: string | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;

  @ManyToOne(() => Contact, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'contact_id' })
  contact?: Relation<Contact>;
}
