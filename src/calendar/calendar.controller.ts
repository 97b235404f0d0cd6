import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, READERS } from '../common/access/access.decorator.js';
import { YearParameter } from '../common/http/parameters.js';
import { CalendarService } from './calendar.service.js';

@ApiTags('calendar')
@Access({ roles: READERS })
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get(':year')
  async year(@Param('year', YearParameter) year: number) {
    return { items: await this.calendar.year(year), nextCursor: null };
  }
}
