import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import type { Message } from '../../domain/domain-error.js';
import { StoredFile } from '../../files/stored-file.entity.js';
import { DocumentImport } from '../document-import.entity.js';
import { ImportBatch } from './import-batch.entity.js';

/** `known`: it had been brought in before. */
export const ITEM_STATES = ['waiting', 'reading', 'read', 'known', 'failed'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Why a document of a batch could not be read. */
export interface ItemError {
  readonly code: string;
  readonly message: Message;
}

/** One document of a batch. */
@Entity('import_batch_item')
@Unique('import_batch_item_place_key', ['batchId', 'position'])
@Index('import_batch_item_due_idx', ['dueAt', 'id'], { where: 'finished_at IS NULL' })
@Index('import_batch_item_file_idx', ['sha256'])
@Index('import_batch_item_import_idx', ['importId'])
@Check('import_batch_item_state_check', `"state" IN ('waiting', 'reading', 'read', 'known', 'failed')`)
export class ImportBatchItem {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'batch_id' }) batchId!: string;
  /** From 1, in the order of the upload. */
  @Column('integer') position!: number;
  /** With the folders and the zip file that it lay in. */
  @Column('text') name!: string;
  @Column('text') state!: ItemState;
  /** Where its bytes wait; null once it was read. */
  @Column('text', { nullable: true }) sha256!: string | null;
  @Column('uuid', { name: 'import_id', nullable: true }) importId!: string | null;
  @Column('jsonb', { nullable: true }) error!: ItemError | null;
  /** Not to be taken up before: until then a process is at it. */
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;

  @ManyToOne(() => ImportBatch, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'batch_id', foreignKeyConstraintName: 'import_batch_item_batch_fkey' })
  batch?: Relation<ImportBatch>;

  @ManyToOne(() => DocumentImport, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'import_batch_item_import_fkey' })
  import?: Relation<DocumentImport> | null;

  @ManyToOne(() => StoredFile, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'sha256', foreignKeyConstraintName: 'import_batch_item_file_fkey' })
  file?: Relation<StoredFile> | null;
}
