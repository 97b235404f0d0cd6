import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { ChangeFirstMonthDto, FirstMonthQuery } from './dto/first-month.dto.js';
import { FirstMonthsService } from './first-months.service.js';

const ROW = { resource: 'target-sheet', parameter: 'id' } as const;

@ApiTags('targets')
@Controller('target-sheets/:id/first-month')
export class FirstMonthsController {
  constructor(private readonly firstMonths: FirstMonthsService) {}

  /** What it would do if the sheet were asked for from that month on; nothing is changed. */
  @Get()
  @Access({ roles: ['performance-office'], row: ROW })
  preview(@Param('id', Id) id: string, @Query() { to }: FirstMonthQuery) {
    return this.firstMonths.preview(id, to);
  }

  /** If-Match is the version of the sheet. Earlier months are neither owed nor entered; the year is scored anew. */
  @Put()
  @Access({ roles: ['performance-office'], row: ROW })
  change(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: ChangeFirstMonthDto) {
    return this.firstMonths.change(id, version, body);
  }
}
