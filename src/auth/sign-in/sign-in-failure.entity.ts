import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody has failed to sign in as somebody, from one place, without a success in between. */
@Entity('sign_in_failure')
export class SignInFailure {
  /** SHA-256 of the name that was typed, and where: people type their password there. */
  @PrimaryColumn('text') key!: string;
  @Column('integer') count!: number;
  @Column('timestamptz', { name: 'last_at' }) lastAt!: Date;
}
