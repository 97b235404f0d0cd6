import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope, READERS } from '../common/access/access.decorator.js';
import type { Scope } from '../common/access/actor.js';
import { AsOfQuery, ComparisonQuery, LeagueTableQuery } from './dto/score.query.js';
import { LeagueTableService } from './league-table.service.js';
import { PolicyComparisonService } from './policy-comparison.service.js';

/** The scores of all sheets of the caller's departments. */
@ApiTags('scoring')
@Access({ roles: READERS })
@Controller('scores')
export class ScoresController {
  constructor(
    private readonly table: LeagueTableService,
    private readonly comparison: PolicyComparisonService,
  ) {}

  @Get()
  list(@Query() { asOf, limit, cursor }: LeagueTableQuery, @CurrentScope() scope: Scope) {
    return this.table.items(asOf, scope, { limit, offset: Number(cursor ?? 0) });
  }

  @Get('summary')
  summary(@Query() { asOf }: AsOfQuery, @CurrentScope() scope: Scope) {
    return this.table.summary(asOf, scope);
  }

  @Get('heat-map')
  heatMap(@Query() { asOf }: AsOfQuery, @CurrentScope() scope: Scope) {
    return this.table.heatMap(asOf, scope);
  }

  /** What another policy would change, and for whom. */
  @Get('comparison')
  compare(@Query() { asOf, policy, limit, cursor }: ComparisonQuery, @CurrentScope() scope: Scope) {
    return this.comparison.compare(asOf, policy, scope, { limit, offset: Number(cursor ?? 0) });
  }
}
