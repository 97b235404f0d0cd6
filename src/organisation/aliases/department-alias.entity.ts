import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Department } from '../department.entity.js';

/** `said`: a person has said what a printed name means. `former`: the department was called so before. */
export type AliasKind = 'said' | 'former';

/** Another name of a department, by which documents are recognised. */
@Entity('department_alias')
@Index('department_alias_said_key', { synchronize: false }) // unique over coalesce, which TypeORM cannot express
@Index('department_alias_former_key', ['departmentId', 'compared'], { unique: true, where: `kind = 'former'` })
@Check('department_alias_kind_check', `"kind" IN ('said', 'former')`)
export class DepartmentAlias {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'department_alias_pkey' }) id!: string;
  @Column('uuid', { name: 'department_id' }) departmentId!: string;
  /** As printed. */
  @Column('text') name!: string;
  /** As comparedName gives it. */
  @Column('text') compared!: string;
  @Column('text') kind!: AliasKind;
  /** The department whose head has said so, for whose documents alone it holds; null: the performance office, for all. */
  @Column('uuid', { name: 'within_id', nullable: true }) withinId!: string | null;
  @Column('text', { name: 'decided_by' }) decidedBy!: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
  @Column('integer', { default: 1 }) version!: number;

  @ManyToOne(() => Department, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'department_id', foreignKeyConstraintName: 'department_alias_department_fkey' })
  department?: Relation<Department>;

  @ManyToOne(() => Department, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'within_id', foreignKeyConstraintName: 'department_alias_within_fkey' })
  within?: Relation<Department> | null;
}
