import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { TargetSheet } from '../sheets/target-sheet.entity.js';

/** 年度绩效目标: one numbered goal in prose. */
@Entity('goal')
@Unique('goal_sheet_ordinal_key', ['sheetId', 'ordinal'])
export class Goal {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('integer') ordinal!: number;
  @Column('text') text!: string;
  /** The indicators of the same sheet that show whether the goal is reached. */
  @Column('uuid', { name: 'indicator_ids', array: true, default: [] }) indicatorIds!: string[];
  @Column('integer', { default: 1 }) version!: number;

  @ManyToOne(() => TargetSheet, (sheet) => sheet.goals, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sheet_id' })
  sheet?: Relation<TargetSheet>;
}
