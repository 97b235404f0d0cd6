import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdoptDto } from './dto/adopt.dto.js';
import type { ImportDraft } from './sheet-draft.js';

/** A document that was read: what was found and doubted, kept until (and after) its sheets are adopted. */
@Entity('document_import')
export class DocumentImport {
  @PrimaryColumn('uuid') id!: string;
  /** The department whose head brought it in; null: the performance office. */
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') sha256!: string;
  @Column('jsonb') draft!: ImportDraft;
  /** What people decided about the draft so far; null: nothing yet. */
  @Column('jsonb', { nullable: true }) decisions!: AdoptDto | null;
  @Column('timestamptz', { name: 'adopted_at', nullable: true }) adoptedAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
