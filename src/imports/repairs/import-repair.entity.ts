import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DocumentImport } from '../document-import.entity.js';
import type { Change } from './changes-between.js';
import type { Repair } from './repair.js';

/** A change that somebody made to a draft; never changed or deleted itself. */
@Entity('import_repair')
export class ImportRepair {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'import_repair_pkey' }) importId!: string;
  /** From 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_repair_pkey' }) number!: number;
  @Column('text') actor!: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @Column('jsonb') repair!: Repair;
  @Column('jsonb') changes!: Change[];

  @ManyToOne(() => DocumentImport)
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'import_repair_import_fkey' })
  import?: Relation<DocumentImport>;
}
