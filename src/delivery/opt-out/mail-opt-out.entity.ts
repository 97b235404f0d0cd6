import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contact who does without alerts and reports; what they have to do themselves they are still told. */
@Entity('mail_opt_out')
export class MailOptOut {
  @PrimaryColumn('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('timestamptz') since!: Date;
}
