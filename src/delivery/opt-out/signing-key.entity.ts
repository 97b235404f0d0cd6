import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret of this installation, made with its database. */
@Entity('signing_key')
export class SigningKey {
  @PrimaryColumn('text') name!: string;
  @Column('text') key!: string;
}
