import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { IndicatorMonthsQuery } from './dto/indicator-months.query.js';
import { ProgressService } from './progress.service.js';
import { READERS } from '../../domain/roles.js';

@ApiTags('progress')
@Controller('indicator-months')
export class IndicatorMonthsController {
  constructor(private readonly progress: ProgressService) {}

  /** Indicators with their months: what the monthly grid shows, in one answer. */
  @Get()
  @Access({ roles: READERS })
  list(@Query() query: IndicatorMonthsQuery, @CurrentActor() actor: Actor) {
    return this.progress.indicatorMonths(query, actor);
  }
}
