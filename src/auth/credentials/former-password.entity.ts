import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../users/user.entity.js';

/** A password that was somebody's, until then: what others have come to know does not come back. */
@Entity('former_password')
export class FormerPassword {
  @PrimaryColumn('uuid', { name: 'user_id' }) userId!: string;
  @PrimaryColumn('timestamptz', { name: 'ended_at' }) endedAt!: Date;
  /** argon2id. */
  @Column('text', { name: 'password_hash' }) passwordHash!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'former_password_user_id_fkey' })
  user?: Relation<User>;
}
