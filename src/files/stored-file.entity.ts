import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file in the storage. Its row is there before it is, so that no file is ever unknown. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('text') sha256!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('integer') size!: number;
  /** When it was last uploaded. */
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
}
