import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Comparator } from '../domain/indicator.js';
import { Indicator } from './indicator.entity.js';

/** An indicator's target and weight as one revision of its sheet left them; there for indicators that were revised. */
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
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('text') raw!: string;
  @Column('numeric') weight!: string;

  @ManyToOne(() => Indicator, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'indicator_id' })
  indicator?: Relation<Indicator>;
}
