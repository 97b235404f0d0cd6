import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that differs from Monday–Friday: a public holiday, a make-up working day (调休), or a local day. */
@Entity('calendar_day')
export class CalendarDay {
  /** `YYYY-MM-DD`; text, because a day has no time zone. */
  @PrimaryColumn('text') day!: string;
  @Column('boolean') working!: boolean;
  @Column('text') name!: string;
  @Column('text') source!: 'library' | 'local';
}
