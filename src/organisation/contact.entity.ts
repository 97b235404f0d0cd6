import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Department } from './department.entity.js';
import { Section } from './section.entity.js';

/** What a contact answers for: the entries of a section, a whole department, or the performance office's work. */
export const CONTACT_DUTIES = ['reporter', 'head', 'office'] as const;
export type ContactDuty = (typeof CONTACT_DUTIES)[number];

/** 责任联系人: the person who is reminded; somebody who reports for two sections is a contact of each. */
@Entity('contact')
@Index('contact_section_email_key', ['sectionId', 'email'], {
  unique: true,
  where: 'active AND section_id IS NOT NULL',
})
@Index('contact_department_email_key', ['departmentId', 'email'], {
  unique: true,
  where: 'active AND section_id IS NULL',
})
@Index('contact_section_idx', ['sectionId'])
@Index('contact_user_idx', ['userId'])
@Index('contact_mailbox_idx', { synchronize: false }) // of mailbox(email), which TypeORM cannot express
@Check('contact_deputy_check', `"deputy_id" <> "id"`)
@Check('contact_away_check', `("away_from" IS NULL) = ("away_until" IS NULL) AND "away_from" <= "away_until"`)
export class Contact {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'department_id' }) departmentId!: string;
  /** null for a head or the performance office, who answer for more than one section. */
  @Column('uuid', { name: 'section_id', nullable: true }) sectionId!: string | null;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { default: 'reporter' }) duty!: ContactDuty;
  @Column('text', { default: 'zh' }) language!: 'zh' | 'en';
  @Column('boolean', { default: true }) active!: boolean;
  /** The account that this contact is; null: an e-mail address only. */
  @Column('uuid', { name: 'user_id', nullable: true }) userId!: string | null;
  /** Who gets the mails while the contact is away. */
  @Column('uuid', { name: 'deputy_id', nullable: true }) deputyId!: string | null;
  /** Local dates, `YYYY-MM-DD`, both included. */
  @Column('text', { name: 'away_from', nullable: true }) awayFrom!: string | null;
  @Column('text', { name: 'away_until', nullable: true }) awayUntil!: string | null;
  @Column('integer', { default: 1 }) version!: number;

  @ManyToOne(() => Department, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'department_id' })
  department?: Relation<Department>;

  @ManyToOne(() => Section, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'section_id' })
  section?: Relation<Section> | null;

  @ManyToOne(() => Contact, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'deputy_id' })
  deputy?: Relation<Contact> | null;
}
