import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Policy } from '../domain/policy.js';

/** One version of a policy of this installation, as it was first read: it never changes and never goes. */
@Entity('local_policy')
export class LocalPolicy {
  @PrimaryColumn('text') name!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') policy!: Policy;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}
