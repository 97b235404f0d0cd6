import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { SpendingQuestionCode } from '../domain/entries/questions.js';
import { BudgetExecution, type SpentBySource } from './budget-execution.entity.js';

/** What was saved of a month. */
export interface BudgetFigures {
  readonly spent: string;
  /** Left out in what was saved before the sources were asked for. */
  readonly spentBySource?: SpentBySource | null;
  readonly adjustedBudget: string | null;
  readonly deviationReason: string | null;
  readonly correctiveMeasure: string | null;
  /** Left out in what was saved before anything was asked. */
  readonly confirmed?: readonly SpendingQuestionCode[];
}

/** One line of the append-only history of a month's budget figures: who saved them, and as what. */
@Entity('budget_change')
export class BudgetChange {
  @PrimaryColumn('uuid', { name: 'budget_id' }) budgetId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') actor!: string;
  @Column('jsonb') figures!: BudgetFigures;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;

  @ManyToOne(() => BudgetExecution, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'budget_id' })
  budget?: Relation<BudgetExecution>;
}
