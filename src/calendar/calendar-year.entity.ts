import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year whose holidays are known. A year that has none falls back to Monday–Friday, and people are told so. */
@Entity('calendar_year')
export class CalendarYear {
  @PrimaryColumn('integer') year!: number;
  @Column('integer', { default: 1 }) version!: number;
}
