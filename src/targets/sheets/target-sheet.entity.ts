import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import type { SheetKind } from '../../domain/indicator.js';
import { Department } from '../../organisation/department.entity.js';
import { Goal } from '../goals/goal.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';
import type { PublishedTotals } from './published.js';

/** Why a sheet whose weights do not give 100 was adopted all the same. */
export interface WeightWaiver {
  readonly reason: string;
  readonly by: string;
  /** What the weights give together with the execution points. */
  readonly weightTotal: string;
}

/** 绩效目标表: one sheet of targets for one fiscal year. Amounts in 万元. */
@Entity('target_sheet')
@Index('target_sheet_key', { synchronize: false }) // unique over coalesce(project, ''), which TypeORM cannot express
@Check('target_sheet_kind_check', `"kind" IN ('department', 'project')`)
export class TargetSheet {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'department_id' }) departmentId!: string;
  @Column('text') kind!: SheetKind;
  @Column('integer', { name: 'fiscal_year' }) fiscalYear!: number;
  @Column('text', { nullable: true }) project!: string | null;
  @Column('text', { name: 'responsible_name', nullable: true }) responsibleName!: string | null;
  @Column('text', { name: 'responsible_phone', nullable: true }) responsiblePhone!: string | null;
  @Column('numeric', { name: 'funding_total', nullable: true }) fundingTotal!: string | null;
  @Column('numeric', { name: 'funding_fiscal', nullable: true }) fundingFiscal!: string | null;
  @Column('numeric', { name: 'funding_other', nullable: true }) fundingOther!: string | null;
  /** 上年结转 */
  @Column('numeric', { name: 'funding_carried_over', nullable: true }) fundingCarriedOver!: string | null;
  @Column('jsonb', { name: 'funding_sources', default: [] }) fundingSources!: { name: string; amount: string }[];
  /** Points for budget execution; null takes them from the policy. */
  @Column('numeric', { name: 'execution_weight', nullable: true }) executionWeight!: string | null;
  @Column('text', { default: 'national-2020' }) policy!: string;
  @Column('jsonb', { name: 'weight_waiver', nullable: true }) weightWaiver!: WeightWaiver | null;
  /** Whether a month needs evidence of its indicator's kind before it is submitted. */
  @Column('boolean', { name: 'evidence_required', default: false }) evidenceRequired!: boolean;
  /** The first month that is asked for (ADR 21); null: January. What is due once has its own. */
  @Column('text', { name: 'first_month', nullable: true }) firstMonth!: string | null;
  @Column('uuid', { name: 'import_id', nullable: true }) importId!: string | null;
  @Column('jsonb', { nullable: true }) published!: PublishedTotals | null;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;

  @ManyToOne(() => Department, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'department_id' })
  department?: Relation<Department>;

  @OneToMany(() => Indicator, (indicator) => indicator.sheet) indicators?: Relation<Indicator[]>;
  @OneToMany(() => Goal, (goal) => goal.sheet) goals?: Relation<Goal[]>;
}

/** With everything that belongs to it. */
export type WholeSheet = TargetSheet & Required<Pick<TargetSheet, 'department' | 'goals' | 'indicators'>>;
