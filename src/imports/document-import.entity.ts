import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { StoredFile } from '../files/stored-file.entity.js';
import type { Created } from './adoption/created-with-adoption.service.js';
import type { Reading } from './reading.js';
import type { DraftSummary } from './repairs/draft-summary.js';
import type { DoubtedDraft } from './repairs/applied/repairable-draft.js';

/** What an adoption made, so that it can be undone. */
export interface Adoption {
  readonly by: string;
  readonly targetSheetIds: readonly string[];
  /** Ids of the sheets of the draft that they were; where some are left, the import stays open. */
  readonly sheets?: readonly string[];
  /** Beside the sheets; earlier adoptions made nothing that could be taken back. */
  readonly created?: Created;
}

/** A document that was read: what was found and doubted, kept until (and after) its sheets are adopted. */
@Entity('document_import')
@Index('document_import_sha256_idx', ['sha256'])
@Index('document_import_file_idx', ['fileSha256'])
export class DocumentImport {
  @PrimaryColumn('uuid') id!: string;
  /** The department whose head brought it in; null: the performance office. */
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') sha256!: string;
  /** Where its bytes are kept; null: it was read by a version of the service that did not keep them. */
  @Column('text', { name: 'file_sha256', nullable: true }) fileSha256!: string | null;
  /** As it stands after all repairs. */
  @Column('jsonb') draft!: DoubtedDraft;
  /** As it was read; null: by a version of the service that did not keep it. */
  @Column('jsonb', { nullable: true, select: false }) reading!: Reading | null;
  @Column('jsonb') summary!: DraftSummary;
  @Column('jsonb', { nullable: true }) adoption!: Adoption | null;
  @Column('timestamptz', { name: 'adopted_at', nullable: true }) adoptedAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('text', { name: 'created_by', default: '' }) createdBy!: string;

  @ManyToOne(() => StoredFile, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'file_sha256', foreignKeyConstraintName: 'document_import_file_fkey' })
  file?: Relation<StoredFile> | null;
}
