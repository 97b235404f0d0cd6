import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { NotificationRule } from '../domain/reminding/told-rules.js';
import { Mail } from '../delivery/mail/mail.entity.js';

/**
 * The ledger: why this person is told about this subject today. Written before anything is sent; the unique key is
 * what keeps a reminder from going out twice, however often and wherever the job runs.
 */
@Entity('notification')
@Unique('notification_once_key', ['rule', 'subject', 'contactId', 'dueDate', 'stage'])
@Index('notification_mail_idx', ['mailId'])
export class Notification {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') rule!: NotificationRule;
  /** What it is about: the month that is owed, the id of the indicator, sheet or report, the code of the trouble, or what happened to the account. */
  @Column('text') subject!: string;
  /** Of a trouble of the installation an administrator's account, of an account its own. */
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  /** Local date, `YYYY-MM-DD`. */
  @Column('text', { name: 'due_date' }) dueDate!: string;
  /** Step of the ladder in working days from the due date, `-3` … `+5`, `+10` …; of an alert the month it is about. */
  @Column('text') stage!: string;
  /** Why, as data: what was owed when the reminder was planned. */
  @Column('jsonb') reason!: Record<string, unknown>;
  @Column('uuid', { name: 'mail_id' }) mailId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;

  @ManyToOne(() => Mail, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mail_id' })
  mail?: Relation<Mail>;
}
