import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { CreateUserDto, UpdateUserDto } from '../users/dto/user.dto.js';
import { User } from '../users/user.entity.js';

/** account: a new one; change: of one that is there; password-reset, second-factor-reset. */
export type PendingKind = 'account' | 'change' | 'password-reset' | 'second-factor-reset';

/** What a security administrator has asked for and may not do alone. It is gone when it is done, withdrawn or too old. */
@Entity('pending_change')
export class PendingChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: PendingKind;
  /** Whose account it is; null: a new one. */
  @Column('uuid', { name: 'user_id', nullable: true }) userId!: string | null;
  /** The account as whoever asked has seen it: what was changed since is not overwritten. */
  @Column('integer', { name: 'seen_version', nullable: true }) seenVersion!: number | null;
  @Column('jsonb') payload!: CreateUserDto | UpdateUserDto;
  @Column('uuid', { name: 'asked_by' }) askedById!: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  /** From when on whoever asked may do it alone, because there was nobody else; null: somebody else has to approve. */
  @Column('timestamptz', { name: 'effective_at', nullable: true }) effectiveAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  /** That the program made the row as it is (`src/audit/rows/proven-rows.ts`). */
  @Column('text', { nullable: true }) proof!: string | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'pending_change_user_fkey' })
  user?: Relation<User> | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'asked_by', foreignKeyConstraintName: 'pending_change_asker_fkey' })
  askedBy?: Relation<User>;
}
