import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../users/user.entity.js';

export const TOKEN_SCOPES = ['read', 'write', 'progress:write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A personal token for machines: acts as its user, within its scope, until it expires. `progress:write`: may only
 * report the counts of its indicators. Only its SHA-256 is kept. */
@Entity('api_token')
@Index('api_token_hash_idx', ['tokenHash'], { unique: true })
export class ApiToken {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'token_hash', select: false }) tokenHash!: string;
  @Column('text') scope!: TokenScope;
  @Column('uuid', { name: 'indicator_ids', array: true, default: [] }) indicatorIds!: string[];
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** That the program made the row as it is (`src/audit/rows/proven-rows.ts`). */
  @Column('text', { nullable: true, select: false }) proof!: string | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: Relation<User>;
}
