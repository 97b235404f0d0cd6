import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Light } from '../../domain/outlook/light.js';
import type { Rating } from '../../domain/policy.js';
import { TargetSheet } from '../../targets/sheets/target-sheet.entity.js';
import type { StoredIndicator } from './stored-score.js';

/** The score of a sheet as of a month, brought up to date in the transaction that changes what it rests on. */
@Entity('sheet_score')
@Index('sheet_score_as_of_idx', ['asOf'])
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
  /** Nothing of it can be judged as of the month: it is entered from a later one on. */
  @Column('boolean', { default: false }) unjudged!: boolean;
  /** Entries that the months up to `asOf` should have, and have not: until there are none, nothing is judged. */
  @Column('int') missing!: number;
  @Column('text') light!: Light;
  /** Points against the targets to date. */
  @Column('numeric', { name: 'pace_raw' }) paceRaw!: string;
  @Column('numeric', { name: 'pace_max' }) paceMax!: string;
  /** By which sheets are ranked and rated in mid-year; null where nothing is due. */
  @Column('numeric', { name: 'pace_normalised', nullable: true }) paceNormalised!: string | null;
  @Column('text', { name: 'pace_rating', nullable: true }) paceRating!: Rating | null;
  /** Spent ÷ adjusted budget; null when not applicable. */
  @Column('numeric', { name: 'execution_rate', nullable: true }) executionRate!: string | null;
  /** In the order of the sheet; the explanations are made when somebody asks. */
  @Column('jsonb') indicators!: StoredIndicator[];
  @Column('timestamptz', { name: 'scored_at' }) scoredAt!: Date;

  @ManyToOne(() => TargetSheet, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sheet_id' })
  sheet?: Relation<TargetSheet>;
}
