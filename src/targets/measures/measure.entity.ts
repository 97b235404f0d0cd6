import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Department } from '../../organisation/department.entity.js';
import { Section } from '../../organisation/section.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';

/** A value that is measured once and feeds several indicators: 市长信箱回复率 stands in two sheets. */
@Entity('measure')
@Unique('measure_department_name_key', ['departmentId', 'name'])
export class Measure {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'department_id' }) departmentId!: string;
  /** Who enters it. */
  @Column('uuid', { name: 'section_id', nullable: true }) sectionId!: string | null;
  @Column('text') name!: string;
  @Column('integer', { default: 1 }) version!: number;

  @ManyToOne(() => Department, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'department_id' })
  department?: Relation<Department>;

  @ManyToOne(() => Section, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'section_id' })
  section?: Relation<Section> | null;

  @OneToMany(() => Indicator, (indicator) => indicator.measure) indicators?: Relation<Indicator[]>;
}
