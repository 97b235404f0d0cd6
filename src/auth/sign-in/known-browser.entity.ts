import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../users/user.entity.js';

/** A browser that somebody has signed in with. Only the SHA-256 of its cookie is kept. */
@Entity('known_browser')
@Index('known_browser_user_idx', ['userId'])
export class KnownBrowser {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @PrimaryColumn('uuid', { name: 'user_id' }) userId!: string;
  @Column('timestamptz', { name: 'last_used_at' }) lastUsedAt!: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'known_browser_user_id_fkey' })
  user?: Relation<User>;
}
