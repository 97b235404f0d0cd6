import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../users/user.entity.js';

/** What somebody's authenticator app shares with the service (RFC 6238). */
@Entity('totp')
export class Totp {
  @PrimaryColumn('uuid', { name: 'user_id' }) userId!: string;
  /** Base32, sealed with a key that is not in the database. */
  @Column('text') secret!: string;
  /** null: it was shown, and no code has come back yet. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  /** Of the latest code that was taken, in half minutes since 1970: each is good once. */
  @Column('integer', { name: 'last_step', nullable: true }) lastStep!: number | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'totp_user_id_fkey' })
  user?: Relation<User>;
}
