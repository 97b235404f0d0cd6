import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { User } from '../../users/user.entity.js';

/** How a browser reaches what holds a passkey; a hint for it, and nothing more. */
export const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** A key pair of somebody's computer, telephone or security key (WebAuthn), of which the service has the public half. */
@Entity('passkey')
@Index('passkey_user_idx', ['userId'])
@Unique('passkey_credential_key', ['credentialId'])
export class Passkey {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  /** base64url, as browsers tell it. */
  @Column('text', { name: 'credential_id' }) credentialId!: string;
  /** COSE_Key. */
  @Column('bytea', { name: 'public_key' }) publicKey!: Buffer;
  /** How often it has signed, by its own count; 0 for ever where it does not count. */
  @Column('bigint', { transformer: { to: (count: number) => count, from: Number } }) counter!: number;
  @Column('text', { array: true, default: [] }) transports!: (typeof TRANSPORTS)[number][];
  /** By which its owner tells it from others. */
  @Column('text') name!: string;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'passkey_user_id_fkey' })
  user?: Relation<User>;
}
