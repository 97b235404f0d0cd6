import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Goal } from '../../targets/goals/goal.entity.js';

/**
 * 年度绩效目标实际完成情况: what one month says about a goal in prose. Every wording is kept: the one with the highest
 * version holds, the others are its history.
 */
@Entity('goal_progress')
@Check('goal_progress_month_check', `"month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class GoalProgress {
  @PrimaryColumn('uuid', { name: 'goal_id' }) goalId!: string;
  @PrimaryColumn('text') month!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') text!: string;
  @Column('text') author!: string;
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date;

  @ManyToOne(() => Goal, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'goal_id' })
  goal?: Relation<Goal>;
}
