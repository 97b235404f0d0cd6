import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Indicator } from '../targets/indicators/indicator.entity.js';
import { StoredFile } from '../files/stored-file.entity.js';

/** 工作资料, 原始凭证. */
export const EVIDENCE_KINDS = ['work-record', 'voucher'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** 佐证资料: a file that shows what an indicator's month says. */
@Entity('evidence')
@Unique('evidence_once_key', ['indicatorId', 'month', 'sha256'])
@Index('evidence_file_idx', ['sha256'])
@Check('evidence_kind_check', `"kind" IN ('work-record', 'voucher')`)
@Check('evidence_month_check', `"month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class Evidence {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'indicator_id' }) indicatorId!: string;
  @Column('text') month!: string;
  @Column('text') sha256!: string;
  @Column('text') kind!: EvidenceKind;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text', { name: 'added_by' }) addedBy!: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;

  @ManyToOne(() => Indicator, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'indicator_id' })
  indicator?: Relation<Indicator>;

  @ManyToOne(() => StoredFile, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'sha256' })
  file?: Relation<StoredFile>;
}
