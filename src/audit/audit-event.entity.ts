import { ApiHideProperty } from '@nestjs/swagger';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Covers } from './history-lines.js';

/**
 * One line of the audit log. Append-only: a trigger refuses every change. Each line carries the hash of the one before,
 * so a line that was altered behind the service's back no longer fits; and a seal by a key that is not in the database, so
 * that nobody makes it fit again (`jixiao verify`, ADR 19).
 */
@Entity('audit_event')
@Index('audit_event_department_idx', ['departmentId'])
@Index('audit_event_proofs_idx', { synchronize: false }) // of lines with proofs, which TypeORM cannot express
@Index('audit_event_refused_idx', ['actorId', 'at'], { where: "action = 'access.refused'" })
export class AuditEvent {
  /** 1, 2, 3 … without gaps. */
  @PrimaryColumn('bigint') position!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text') actor!: string;
  /** Such as `user.created`, `entry.approved`, `session.refused`. */
  @Column('text') action!: string;
  @Column('text', { name: 'subject_type' }) subjectType!: string;
  @Column('text', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('jsonb', { nullable: true }) before!: Record<string, unknown> | null;
  @Column('jsonb', { nullable: true }) after!: Record<string, unknown> | null;
  @Column('text', { nullable: true }) reason!: string | null;
  /** From where it was asked for, and in which request; null: not over HTTP. */
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { name: 'request_id', nullable: true }) requestId!: string | null;
  /** Lines of histories that belong to it, with their hashes. */
  @ApiHideProperty()
  @Column('jsonb', { nullable: true, select: false })
  covers?: Covers | null;
  /** SHA-256, hexadecimal, over the line's content and the hash of the line before. */
  @Column('text') hash!: string;
  /** The key that vouches for the line, and its HMAC over the hash; null: from before there was a key. */
  @ApiHideProperty()
  @Column('text', { nullable: true, select: false })
  seal?: string | null;
}
