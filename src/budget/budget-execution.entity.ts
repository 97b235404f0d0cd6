import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { SpendingQuestionCode } from '../domain/entries/questions.js';
import { TargetSheet } from '../targets/sheets/target-sheet.entity.js';

/** What was spent, by where the money came from: 财政拨款, 上年结转资金, 其他资金. 万元; together the whole. */
export interface SpentBySource {
  readonly fiscal: string;
  readonly carriedOver: string;
  readonly other: string;
}

/** 预算执行: what one sheet has spent from January to the month, of the budget as adjusted by then. 万元. */
@Entity('budget_execution')
@Unique('budget_execution_sheet_month_key', ['sheetId', 'month'])
@Check('budget_execution_month_check', `"month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class BudgetExecution {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  @Column('text') month!: string;
  @Column('numeric') spent!: string;
  /** null: only the whole is known. */
  @Column('jsonb', { name: 'spent_by_source', nullable: true }) spentBySource!: SpentBySource | null;
  /** null: the budget was not adjusted, the sheet's funding total holds. */
  @Column('numeric', { name: 'adjusted_budget', nullable: true }) adjustedBudget!: string | null;
  @Column('text', { name: 'deviation_reason', nullable: true }) deviationReason!: string | null;
  @Column('text', { name: 'corrective_measure', nullable: true }) correctiveMeasure!: string | null;
  /** Questions about these figures (domain/entries/questions.ts) that somebody answered "yes, it is right". */
  @Column('text', { array: true, default: [] }) confirmed!: SpendingQuestionCode[];
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;

  @ManyToOne(() => TargetSheet, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sheet_id' })
  sheet?: Relation<TargetSheet>;
}
