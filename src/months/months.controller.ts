import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { Id, MonthParameter, SeenVersion } from '../common/http/parameters.js';
import { CloseMonthDto, MonthsQuery, ReopenMonthDto } from './dto/month.dto.js';
import { MonthsService } from './months.service.js';
import { READERS } from '../domain/roles.js';

const ROW = { resource: 'department', parameter: 'id' } as const;

@ApiTags('progress')
@Controller('departments/:id/months')
export class MonthsController {
  constructor(private readonly months: MonthsService) {}

  /** The twelve months of a year: when each opens, is due and closes, and how it stands. */
  @Get()
  @Access({ roles: READERS, row: ROW })
  async year(@Param('id', Id) departmentId: string, @Query() { year }: MonthsQuery) {
    return { items: await this.months.year(departmentId, year), nextCursor: null };
  }

  /** How a month stands; `decision` is the last one about it, with who closed or reopened it by name. */
  @Get(':month')
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) departmentId: string, @Param('month', MonthParameter) month: string) {
    return this.months.find({ departmentId, month });
  }

  /** Every decision about a month, oldest first, with who closed or reopened it by name. */
  @Get(':month/history')
  @Access({ roles: READERS, row: ROW })
  async history(@Param('id', Id) departmentId: string, @Param('month', MonthParameter) month: string) {
    return { items: await this.months.history({ departmentId, month }), nextCursor: null };
  }

  @Post(':month/close')
  @HttpCode(200)
  @Access({ roles: ['performance-office'], row: ROW })
  close(
    @Param('id', Id) departmentId: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() body: CloseMonthDto,
    @CurrentActor() { name: actor }: Actor,
  ) {
    return this.months.close({ departmentId, month }, { ...body, version, actor });
  }

  @Post(':month/reopen')
  @HttpCode(200)
  @Access({ roles: ['performance-office'], row: ROW })
  reopen(
    @Param('id', Id) departmentId: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() body: ReopenMonthDto,
    @CurrentActor() { name: actor }: Actor,
  ) {
    return this.months.reopen({ departmentId, month }, { ...body, version, actor });
  }
}
