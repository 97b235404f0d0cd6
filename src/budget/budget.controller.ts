import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../common/clock.js';
import { Id, MonthParameter, SeenVersion } from '../common/http/parameters.js';
import { BudgetService } from './budget.service.js';
import { SaveBudgetDto } from './dto/budget.dto.js';

@ApiTags('progress')
@Controller('target-sheets/:id/budget/:month')
export class BudgetController {
  constructor(
    private readonly budget: BudgetService,
    private readonly clock: Clock,
  ) {}

  @Get()
  find(@Param('id', Id) sheetId: string, @Param('month', MonthParameter) month: string) {
    return this.budget.find({ sheetId, month });
  }

  @Put()
  save(
    @Param('id', Id) sheetId: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() body: SaveBudgetDto,
  ) {
    return this.budget.save({ sheetId, month }, version, body, this.clock.now());
  }
}
