import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { DeliveryOutcome, Phase } from '../delivery.js';
import { Mail } from './mail.entity.js';

/** One try to send a mail, written before it is made: one without an outcome was cut short. */
@Entity('mail_attempt')
@Index('mail_attempt_mail_idx', ['mailId'])
export class MailAttempt {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'mail_id' }) mailId!: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: DeliveryOutcome | null;
  /** Where it failed. */
  @Column('text', { nullable: true }) phase!: Phase | null;
  /** What the server said, mail addresses masked. */
  @Column('integer', { name: 'reply_code', nullable: true }) replyCode!: number | null;
  @Column('text', { nullable: true }) reply!: string | null;

  @ManyToOne(() => Mail, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mail_id' })
  mail?: Relation<Mail>;
}
