import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Rating } from '../domain/policy.js';
import type { ScoredSheet } from './scored-sheet.js';
import { TargetSheet } from '../targets/target-sheet.entity.js';

/** The score of a sheet as of a month, brought up to date in the transaction that changes what it rests on. */
@Entity('sheet_score')
export class SheetScore {
  @PrimaryColumn('uuid', { name: 'sheet_id' }) sheetId!: string;
  @PrimaryColumn('text', { name: 'as_of' }) asOf!: string;
  @Column('text') policy!: string;
  @Column('text', { name: 'policy_version' }) policyVersion!: string;
  @Column('numeric') raw!: string;
  @Column('numeric') max!: string;
  @Column('numeric', { nullable: true }) normalised!: string | null;
  @Column('text', { nullable: true }) rating!: Rating | null;
  @Column('boolean') provisional!: boolean;
  /** The whole result, explanations of every indicator included. */
  @Column('jsonb') detail!: ScoredSheet;
  @Column('timestamptz', { name: 'scored_at' }) scoredAt!: Date;

  @ManyToOne(() => TargetSheet, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sheet_id' })
  sheet?: Relation<TargetSheet>;
}
