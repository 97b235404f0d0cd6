import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Department } from './department.entity.js';

/** 股室: the part of a department that owns indicators. */
@Entity('section')
@Unique('section_department_name_key', ['departmentId', 'name'])
export class Section {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'department_id' }) departmentId!: string;
  @Column('text') name!: string;
  /** Keeps what it has, and is not offered for anything new. */
  @Column('boolean', { default: false }) disabled!: boolean;
  @Column('integer', { default: 1 }) version!: number;

  @ManyToOne(() => Department, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'department_id' })
  department?: Relation<Department>;
}
