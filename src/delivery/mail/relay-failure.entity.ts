import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Phase } from '../delivery.js';

/** The mail server that SMTP_URL names. */
export const RELAY = 'smtp';

/** The mail server as a whole takes nothing; there is a row only while that is so, shared by all processes. */
@Entity('relay_failure')
export class RelayFailure {
  @PrimaryColumn('text') relay!: typeof RELAY;
  @Column('timestamptz') since!: Date;
  /** The one that found it out, and the probes since. */
  @Column('integer') tries!: number;
  @Column('timestamptz', { name: 'last_try_at' }) lastTryAt!: Date;
  /** When one mail is tried again, for all that wait. */
  @Column('timestamptz', { name: 'next_try_at' }) nextTryAt!: Date;
  @Column('text') phase!: Phase;
  @Column('integer', { name: 'reply_code', nullable: true }) replyCode!: number | null;
  /** What the server said last, without addresses. */
  @Column('text', { nullable: true }) reply!: string | null;
  /** When whoever looks after it was told through chat robots. */
  @Column('timestamptz', { name: 'told_at', nullable: true }) toldAt!: Date | null;
}
