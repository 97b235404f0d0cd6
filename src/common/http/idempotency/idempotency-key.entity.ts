import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `unsure`: it broke in a way that leaves open whether anything was done. */
export type RequestState = 'under-way' | 'done' | 'unsure';

/** A request that its sender may repeat without it being done twice, and what was answered. */
@Entity('idempotency_key')
@Index('idempotency_key_created_idx', ['createdAt'])
@Check('idempotency_key_state_check', `"state" IN ('under-way', 'done', 'unsure')`)
export class IdempotencyKey {
  @PrimaryColumn('uuid', { name: 'user_id' }) userId!: string;
  @PrimaryColumn('text') key!: string;
  /** SHA-256 of what was asked for. */
  @Column('text') request!: string;
  @Column('text', { default: 'under-way' }) state!: RequestState;
  @Column('integer', { nullable: true }) status!: number | null;
  /** The body as it was sent, JSON. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
