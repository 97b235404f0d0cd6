import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Rules that the performance office keeps as data, such as the ladder of reminders; each name holds one document. */
@Entity('setting')
@Unique('setting_name_key', ['name'])
export class Setting {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** What differs from the defaults. */
  @Column('jsonb') value!: object;
  @Column('integer', { default: 1 }) version!: number;
}
