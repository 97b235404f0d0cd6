import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditHead } from '../audit-head.js';

/**
 * Where lines of the audit log were dropped, since they had been kept as long as the installation wants: the log begins with
 * the line after the last of them. Kept for ever, and written by the owner of the tables alone.
 */
@Entity('audit_checkpoint')
export class AuditCheckpoint {
  /** Of the last line that was dropped, with its hash. */
  @PrimaryColumn('bigint') position!: string;
  @Column('text') hash!: string;
  @Column('timestamptz') at!: Date;
  /** The name of the key that had sealed that line; null: none had. */
  @Column('text', { name: 'last_key', nullable: true }) lastKey!: string | null;
  /** A head of the log that had left the machine before: it is of a later line. */
  @Column('jsonb') head!: AuditHead;
  /** The seal of the checkpoint before; empty: there was none. */
  @Column('text') previous!: string;
  /** By the key of the log, over all of it. */
  @Column('text') seal!: string;
}
