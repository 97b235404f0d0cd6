import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { SeenVersion, YearParameter } from '../common/http/parameters.js';
import { readCalendarCsv } from './calendar-csv.js';
import { CalendarService } from './calendar.service.js';
import { CalendarCsvDto, CalendarDto } from './dto/calendar.dto.js';
import { READERS } from '../domain/roles.js';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  /** `version` null: the year's holidays are not known, and Monday–Friday is a guess. */
  @Get(':year')
  @Access({ roles: READERS })
  year(@Param('year', YearParameter) year: number) {
    return this.calendar.year(year);
  }

  @Put(':year')
  @Access({ roles: ['performance-office'] })
  replace(
    @Param('year', YearParameter) year: number,
    @SeenVersion() seen: number | null,
    @Body() { items }: CalendarDto,
  ) {
    return this.calendar.replace(
      year,
      seen,
      items.map(({ source = 'local', ...day }) => ({ ...day, source })),
    );
  }

  /** Replaces the year by an official list. */
  @Post(':year/import')
  @Access({ roles: ['performance-office'] })
  @HttpCode(200)
  import(
    @Param('year', YearParameter) year: number,
    @SeenVersion() seen: number | null,
    @Body() { csv }: CalendarCsvDto,
  ) {
    return this.calendar.replace(year, seen, readCalendarCsv(csv));
  }
}
