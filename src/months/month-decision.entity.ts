import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { MonthDecision as Decision } from '../domain/calendar/deadlines.js';
import { Department } from '../organisation/department.entity.js';

/** A department's month was closed, or reopened. The decision with the highest version holds; the others are history. */
@Entity('month_decision')
@Check('month_decision_month_check', `"month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class MonthDecision implements Decision {
  @PrimaryColumn('uuid', { name: 'department_id' }) departmentId!: string;
  @PrimaryColumn('text') month!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') state!: Decision['state'];
  @Column('text', { nullable: true }) reason!: string | null;
  /** Last local day on which a reopened month takes entries; null: until it is closed again. */
  @Column('text', { name: 'open_until', nullable: true }) openUntil!: string | null;
  @Column('text') actor!: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'department_id' })
  department?: Relation<Department>;
}
