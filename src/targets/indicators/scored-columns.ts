import { Column } from 'typeorm';
import type { Comparator, Indicator, Milestone, Rule } from '../../domain/indicator.js';

/** What an indicator is scored by (target, weight, rule, plan, end): of the indicator as adopted, and of each revision. */
export abstract class ScoredColumns implements Pick<
  Indicator,
  'comparator' | 'target' | 'targetUpper' | 'unit' | 'weight' | 'rule' | 'milestones' | 'endMonth'
> {
  @Column('text') comparator!: Comparator;
  @Column('numeric', { nullable: true }) target!: string | null;
  @Column('numeric', { name: 'target_upper', nullable: true }) targetUpper!: string | null;
  /** Target of a qualitative indicator, such as 提升. */
  @Column('text', { name: 'target_text', nullable: true }) targetText!: string | null;
  /** Last day, `YYYY-MM-DD`, of a `by` target; `inForce` gives it as the domain has it, in `target`. */
  @Column('text', { name: 'target_date', nullable: true }) targetDate!: string | null;
  @Column('text', { nullable: true }) unit!: string | null;
  /** The target as printed. */
  @Column('text') raw!: string;
  @Column('numeric') weight!: string;
  @Column('text', { nullable: true }) rule!: Rule | null;
  @Column('jsonb', { default: [] }) milestones!: Milestone[];
  /** Last month in which it counts and is asked for, where it ends before its year does, and why. */
  @Column('text', { name: 'end_month', nullable: true }) endMonth!: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: string | null;
}
