import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { User } from '../users/user.entity.js';

/** What somebody has shown besides the password; `provider`: one that the OpenID provider asked for. */
export type SecondFactor = 'totp' | 'passkey' | 'recovery-code' | 'provider';

/** A signed-in browser. The database holds only the SHA-256 of the cookie's token. */
@Entity('user_session')
@Index('user_session_user_idx', ['userId'])
@Unique('user_session_id_key', ['id'])
export class UserSession {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  /** By which it is named to people. */
  @Column('uuid') id!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  /** Where it was begun, and what the browser said that it is (`User-Agent`). */
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) agent!: string | null;
  /** null: the password, or the identity at the provider, was all. */
  @Column('text', { name: 'second_factor', nullable: true }) secondFactor!: SecondFactor | null;
  /** That the program made the row as it is (`src/audit/rows/proven-rows.ts`). */
  @Column('text', { nullable: true }) proof!: string | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: Relation<User>;
}
