import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { READERS } from '../../domain/roles.js';
import { MonthGridQuery } from './dto/month-grid.query.js';
import { MonthGridService } from './month-grid.service.js';

@ApiTags('progress')
@Access({ roles: READERS })
@Controller('months')
export class MonthGridController {
  constructor(private readonly grid: MonthGridService) {}

  /**
   * The departments that have targets in a year, each with its twelve months: how each stands, and of how many indicators
   * nothing was handed in (`missing`) or approved (`waiting`). `total` counts the departments.
   */
  @Get()
  year(@Query() query: MonthGridQuery, @CurrentScope() scope: Scope) {
    return this.grid.year(query, scope);
  }
}
