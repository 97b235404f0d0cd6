import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Indicator } from '../../targets/indicators/indicator.entity.js';

/** 人工复核调整: the points that a reviewer gives an indicator from a month on, beside those of the formula. */
@Entity('score_override')
@Unique('score_override_indicator_key', ['indicatorId'])
@Check('score_override_score_check', '"score" >= 0')
export class ScoreOverride {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('text', { name: 'from_month' }) fromMonth!: string;
  @Column('numeric') score!: string;
  @Column('text') reason!: string;
  @Column('text', { name: 'decided_by' }) decidedBy!: string;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;

  @OneToOne(() => Indicator, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'indicator_id' })
  indicator?: Relation<Indicator>;
}
