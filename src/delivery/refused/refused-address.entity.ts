import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail address of which its server said for good that it takes no mail: not asked again until somebody clears it. */
@Entity('refused_address')
export class RefusedAddress {
  /** In lower case. */
  @PrimaryColumn('text') address!: string;
  @Column('timestamptz', { name: 'refused_at' }) refusedAt!: Date;
  /** What the server said, without addresses. */
  @Column('text', { nullable: true }) reply!: string | null;
}
