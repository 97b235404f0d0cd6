import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TargetSheet } from '../../targets/sheets/target-sheet.entity.js';
import type { AssumedEntry } from './what-if.js';

/** A what-if of a sheet that somebody wants to look at again. */
@Entity('scenario')
@Index('scenario_sheet_idx', ['sheetId'])
export class Scenario {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'as_of', nullable: true }) asOf!: string | null;
  /** null: the sheet's own. */
  @Column('text', { nullable: true }) policy!: string | null;
  @Column('jsonb') entries!: AssumedEntry[];
  @Column('text', { name: 'saved_by' }) savedBy!: string;
  /** null: of an earlier version, which kept the name alone. */
  @Column('uuid', { name: 'saved_by_id', nullable: true }) savedById!: string | null;
  @Column('integer', { default: 1 }) version!: number;

  @ManyToOne(() => TargetSheet, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sheet_id' })
  sheet?: Relation<TargetSheet>;
}
