import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Department } from '../../organisation/department.entity.js';
import type { Language } from '../../domain/domain-error.js';
import type { Role } from '../../domain/roles.js';

/** An account. One role each; roles that belong to a department are nothing without one. */
@Entity('app_user')
@Unique('app_user_username_key', ['username'])
@Check('app_user_department_check', `"department_id" IS NOT NULL OR "role" NOT IN ('department-head', 'reporter')`)
@Check('app_user_language_check', `"language" IN ('zh', 'en')`)
@Check('app_user_deputy_check', `"deputy_id" <> "id"`)
@Check('app_user_away_check', `("away_from" IS NULL) = ("away_until" IS NULL) AND "away_from" <= "away_until"`)
@Unique('app_user_identity_key', ['oidcIssuer', 'oidcSubject'])
@Check('app_user_identity_check', `("oidc_issuer" IS NULL) = ("oidc_subject" IS NULL)`)
@Index('app_user_deputy_idx', ['deputyId'])
export class User {
  @PrimaryColumn('uuid') id!: string;
  /** In lower case. */
  @Column('text') username!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('text', { nullable: true }) email!: string | null;
  /** Of the user's mails. */
  @Column('text', { default: 'zh' }) language!: Language;
  @Column('text') role!: Role;
  /** null: the whole installation, for the roles that may. */
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  /** The sections that a reporter enters for. */
  @Column('uuid', { name: 'section_ids', array: true, default: [] }) sectionIds!: string[];
  /** Who may do what the user may, while the user is away. */
  @Column('uuid', { name: 'deputy_id', nullable: true }) deputyId!: string | null;
  /** Local dates, `YYYY-MM-DD`, both included. */
  @Column('text', { name: 'away_from', nullable: true }) awayFrom!: string | null;
  @Column('text', { name: 'away_until', nullable: true }) awayUntil!: string | null;
  /** The provider, and who the user is there; an account that is linked has no password. */
  @Column('text', { name: 'oidc_issuer', nullable: true }) oidcIssuer!: string | null;
  @Column('text', { name: 'oidc_subject', nullable: true }) oidcSubject!: string | null;
  /** argon2id; null: signs in elsewhere (OIDC) or not at all. */
  @Column('text', { name: 'password_hash', nullable: true, select: false }) passwordHash!: string | null;
  /** That the program made what it is and may do (`src/audit/rows/proven-rows.ts`). */
  @Column('text', { nullable: true, select: false }) proof!: string | null;
  @Column('timestamptz', { name: 'password_changed_at', nullable: true }) passwordChangedAt!: Date | null;
  @Column('boolean', { name: 'must_change_password', default: false }) mustChangePassword!: boolean;
  @Column('boolean', { default: false }) disabled!: boolean;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;

  @ManyToOne(() => Department, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'department_id' })
  department?: Relation<Department> | null;

  @ManyToOne(() => User, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'deputy_id' })
  deputy?: Relation<User> | null;
}
