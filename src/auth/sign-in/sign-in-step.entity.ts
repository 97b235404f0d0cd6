import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../users/user.entity.js';

/** Somebody who has given the right password and owes the second factor. Only the SHA-256 of the cookie is kept. */
@Entity('sign_in_step')
@Index('sign_in_step_user_idx', ['userId'])
export class SignInStep {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  /** That the program made the row as it is (`src/audit/rows/proven-rows.ts`). */
  @Column('text', { nullable: true }) proof!: string | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'sign_in_step_user_id_fkey' })
  user?: Relation<User>;
}
