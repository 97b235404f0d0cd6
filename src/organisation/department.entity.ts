import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';

/** 部门 / 预算单位: a body with a budget. Departments form a tree. */
@Entity('department')
@Unique('department_name_key', ['name'])
export class Department {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  /** When its months are due and close, where it differs from the installation (domain/calendar/deadlines.ts). */
  @Column('integer', { name: 'due_working_day', nullable: true }) dueWorkingDay!: number | null;
  @Column('integer', { name: 'due_hour', nullable: true }) dueHour!: number | null;
  @Column('integer', { name: 'closes_after', nullable: true }) closesAfter!: number | null;
  /** Keeps what it has, and is not offered for anything new. */
  @Column('boolean', { default: false }) disabled!: boolean;
  @Column('integer', { default: 1 }) version!: number;

  @ManyToOne(() => Department, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id' })
  parent?: Relation<Department> | null;
}
