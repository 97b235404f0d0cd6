import { Column, Entity, PrimaryColumn } from 'typeorm';

/** library: from the holiday library; official: from an imported list; local: a day of the region, or a correction. */
export const DAY_SOURCES = ['library', 'official', 'local'] as const;
export type DaySource = (typeof DAY_SOURCES)[number];

/** A day that differs from Monday–Friday: a public holiday, a make-up working day (调休), or a local day. */
@Entity('calendar_day')
export class CalendarDay {
  /** `YYYY-MM-DD`; text, because a day has no time zone. */
  @PrimaryColumn('text') day!: string;
  @Column('boolean') working!: boolean;
  @Column('text') name!: string;
  @Column('text') source!: DaySource;
}
