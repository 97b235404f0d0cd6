import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Comparator, Milestone, Rule } from '../../domain/indicator.js';
import { Indicator } from '../indicators/indicator.entity.js';

/** What an indicator is scored by (target, weight, rule, plan, end) as one revision of its sheet left them; there for indicators that were revised. */
@Entity('indicator_revision')
@Index('indicator_revision_sheet_idx', ['sheetId'])
export class IndicatorRevision {
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('text', { name: 'effective_month' }) effectiveMonth!: string;
  @Column('text') comparator!: Comparator;
  @Column('numeric', { nullable: true }) target!: string | null;
  @Column('numeric', { name: 'target_upper', nullable: true }) targetUpper!: string | null;
  @Column('text', { name: 'target_text', nullable: true }) targetText!: string | null;
  @Column('text', { name: 'target_date', nullable: true }) targetDate!: string | null;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('text') raw!: string;
  @Column('numeric') weight!: string;
  @Column('text', { nullable: true }) rule!: Rule | null;
  @Column('jsonb', { default: [] }) milestones!: Milestone[];
  @Column('text', { name: 'end_month', nullable: true }) endMonth!: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: string | null;

  @ManyToOne(() => Indicator, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'indicator_id' })
  indicator?: Relation<Indicator>;
}
