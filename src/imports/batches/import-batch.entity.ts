import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Documents that came in one upload and are read one after the other. */
@Entity('import_batch')
export class ImportBatch {
  @PrimaryColumn('uuid') id!: string;
  /** As of the imports that it becomes; null: the performance office. */
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('text', { name: 'created_by' }) createdBy!: string;
}
