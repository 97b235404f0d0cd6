import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { Aggregation } from '../../domain/aggregation.js';
import type { Indicator as ScoredIndicator, Period } from '../../domain/indicator.js';
import { Section } from '../../organisation/section.entity.js';
import { Measure } from '../measures/measure.entity.js';
import type { PublishedResult } from '../sheets/published.js';
import { ScoredColumns } from './scored-columns.js';
import { TargetSheet } from '../sheets/target-sheet.entity.js';

/** 三级指标: one measurable target with a weight. Its name alone is not a key: two sheets may share one. */
@Entity('indicator')
@Unique('indicator_sheet_ordinal_key', ['sheetId', 'ordinal'])
@Index('indicator_section_idx', ['sectionId'])
@Index('indicator_unowned_idx', ['sheetId', 'ordinal'], { where: 'section_id IS NULL' })
@Index('indicator_measure_idx', ['measureId'])
@Check('indicator_weight_check', '"weight" >= 0')
@Check('indicator_target_date_check', `("comparator" = 'by') = ("target_date" IS NOT NULL)`)
export class Indicator extends ScoredColumns implements ScoredIndicator {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'sheet_id' }) sheetId!: string;
  /** What it is entered by, together with other indicators; null: by itself. */
  @Column('uuid', { name: 'measure_id', nullable: true }) measureId!: string | null;
  /** Place in the sheet, from 0. */
  @Column('integer') ordinal!: number;
  @Column('uuid', { name: 'section_id', nullable: true }) sectionId!: string | null;
  /** The section that the document prints beside it; whose it is, somebody says. */
  @Column('text', { name: 'section_printed', nullable: true }) sectionPrinted!: string | null;
  @Column('text') level1!: string;
  @Column('text') level2!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) per!: Period | null;
  @Column('text', { nullable: true }) basis!: string | null;
  @Column('text', { nullable: true }) previous!: string | null;
  @Column('text', { name: 'rule_raw', nullable: true }) ruleRaw!: string | null;
  @Column('text', { name: 'evidence_kind', nullable: true }) evidenceKind!: string | null;
  @Column('text', { nullable: true }) aggregation!: Aggregation | null;
  /** Month of the year in which a yearly indicator is due; null: due every month. */
  @Column('integer', { name: 'due_month', nullable: true }) dueMonth!: number | null;
  /** First month that is asked for, `YYYY-MM`; null: every month of the year. */
  @Column('text', { name: 'first_month', nullable: true }) firstMonth!: string | null;
  /** 是否核心指标, as the self-evaluation of a department prints it. */
  @Column('boolean', { default: false }) core!: boolean;
  /** Place in the document that the row came from. */
  @Column('text', { nullable: true }) source!: string | null;
  @Column('jsonb', { nullable: true }) published!: PublishedResult | null;
  @Column('integer', { default: 1 }) version!: number;

  @ManyToOne(() => TargetSheet, (sheet) => sheet.indicators, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sheet_id' })
  sheet?: Relation<TargetSheet>;

  @ManyToOne(() => Section, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'section_id' })
  section?: Relation<Section> | null;

  @ManyToOne(() => Measure, (measure) => measure.indicators, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'measure_id' })
  measure?: Relation<Measure> | null;
}
