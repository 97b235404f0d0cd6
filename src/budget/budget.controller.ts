import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { Clock } from '../common/clock.js';
import { Id, MonthParameter, SeenVersion } from '../common/http/parameters.js';
import { BudgetService } from './budget.service.js';
import { SaveBudgetDto } from './dto/budget.dto.js';
import { MANAGERS, READERS } from '../domain/roles.js';

const ROW = { resource: 'target-sheet', parameter: 'id' } as const;

@ApiTags('progress')
@Controller('target-sheets/:id/budget/:month')
export class BudgetController {
  constructor(
    private readonly budget: BudgetService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) sheetId: string, @Param('month', MonthParameter) month: string) {
    return this.budget.standing({ sheetId, month });
  }

  @Get('history')
  @Access({ roles: READERS, row: ROW })
  async history(@Param('id', Id) sheetId: string, @Param('month', MonthParameter) month: string) {
    return { items: await this.budget.history({ sheetId, month }), nextCursor: null };
  }

  @Put()
  @Access({ roles: MANAGERS, row: ROW })
  save(
    @Param('id', Id) sheetId: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() body: SaveBudgetDto,
  ) {
    return this.budget.save({ sheetId, month }, version, body, this.clock.now());
  }
}
