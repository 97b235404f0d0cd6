import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { TargetSheet, type WeightWaiver } from '../sheets/target-sheet.entity.js';

/** 年中调整: targets or weights of a sheet changed, from a month on. Number 0 is the sheet as it was adopted. */
@Entity('sheet_revision')
@Unique('sheet_revision_sheet_number_key', ['sheetId', 'number'])
@Check('sheet_revision_month_check', `"effective_month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class SheetRevision {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('integer') number!: number;
  @Column('text', { name: 'effective_month' }) effectiveMonth!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb', { name: 'weight_waiver', nullable: true }) weightWaiver!: WeightWaiver | null;
  @Column('text') actor!: string;
  @Column('timestamptz', { name: 'revised_at' }) revisedAt!: Date;

  @ManyToOne(() => TargetSheet, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sheet_id' })
  sheet?: Relation<TargetSheet>;
}
