import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One line of the audit log. Append-only: a trigger refuses every change. Each line carries the hash of the one before,
 * so a line that was altered behind the service's back no longer fits (`jixiao verify`).
 */
@Entity('audit_event')
@Index('audit_event_department_idx', ['departmentId'])
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
  /** SHA-256, hexadecimal, over the line's content and the hash of the line before. */
  @Column('text') hash!: string;
}
