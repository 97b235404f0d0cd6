import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, Length } from 'class-validator';
import { IsListOf, IsOmittable } from '../../common/http/validators.js';
import { DAY_SOURCES, type DaySource } from '../calendar-day.entity.js';

const MAX_DAYS = 200;

export class CalendarDayDto {
  @ApiProperty({ example: '2026-10-10' }) @IsString() @Length(10, 10) day!: string;
  @ApiProperty() @IsBoolean() working!: boolean;
  @ApiProperty() @IsString() @Length(0, 60) name!: string;
  @ApiPropertyOptional({ enum: DAY_SOURCES }) @IsOmittable() @IsIn(DAY_SOURCES) source?: DaySource;
}

export class CalendarDto {
  @IsListOf(() => CalendarDayDto, { most: MAX_DAYS }) items!: CalendarDayDto[];
}

export class CalendarCsvDto {
  /** Lines such as `2027-02-06,休,春节`. */
  @ApiProperty() @IsString() @Length(1, 20_000) csv!: string;
}
