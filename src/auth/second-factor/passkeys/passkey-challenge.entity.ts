import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';

/** What a passkey of somebody's is to sign next: the latest alone, once. */
@Entity('passkey_challenge')
export class PasskeyChallenge {
  @PrimaryColumn('uuid', { name: 'user_id' }) userId!: string;
  /** base64url. */
  @Column('text') challenge!: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'passkey_challenge_user_id_fkey' })
  user?: Relation<User>;
}
