import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Indicator } from '../indicators/indicator.entity.js';
import { ScoredColumns } from '../indicators/scored-columns.js';

/** What an indicator is scored by as one revision of its sheet left it; there for indicators that were revised. */
@Entity('indicator_revision')
@Index('indicator_revision_sheet_idx', ['sheetId'])
export class IndicatorRevision extends ScoredColumns {
  @PrimaryColumn('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('text', { name: 'effective_month' }) effectiveMonth!: string;

  @ManyToOne(() => Indicator, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'indicator_id' })
  indicator?: Relation<Indicator>;
}
