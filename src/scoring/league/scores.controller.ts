import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, CurrentScope } from '../../common/access/access.decorator.js';
import { type Actor, narrowed, type Scope } from '../../common/access/actor.js';
import { ComparedRulesDto, ComparisonQuery, LeagueTableQuery, RisksQuery, ScoresQuery } from '../dto/score.query.js';
import type { ChosenSheets } from './league-table.js';
import { LeagueTableService } from './league-table.service.js';
import { checkedPolicy } from '../../policies/policies.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { PolicyComparisonService } from './policy-comparison.service.js';
import { RisksService } from './risks.service.js';
import { READERS } from '../../domain/roles.js';

/** The scores of all sheets of the caller's departments. */
@ApiTags('scoring')
@Access({ roles: READERS })
@Controller('scores')
export class ScoresController {
  constructor(
    private readonly table: LeagueTableService,
    private readonly comparison: PolicyComparisonService,
    private readonly policies: PoliciesService,
    private readonly risks: RisksService,
  ) {}

  @Get()
  list(@Query() { limit, cursor, search, order, ...query }: LeagueTableQuery, @CurrentScope() scope: Scope) {
    return this.table.items(chosen(query, scope), { limit, offset: Number(cursor ?? 0), search, order });
  }

  @Get('summary')
  summary(@Query() query: ScoresQuery, @CurrentScope() scope: Scope) {
    return this.table.summary(chosen(query, scope));
  }

  /** Departments × months; with `departmentId` its sheets × months. */
  @Get('heat-map')
  heatMap(@Query() query: ScoresQuery, @CurrentScope() scope: Scope) {
    return this.table.heatMap(chosen(query, scope), query.departmentId === undefined ? 'department' : 'sheet');
  }

  /** Indicators whose points are in danger. */
  @Get('risks')
  atRisk(@Query() { whose, limit, ...query }: RisksQuery, @CurrentActor() { scope, sections }: Actor) {
    return this.risks.find(chosen(query, scope), whose === 'mine' ? sections : null, limit);
  }

  /** What another policy would change, and for whom. */
  @Get('comparison')
  compare(@Query() { policy, limit, cursor, ...query }: ComparisonQuery, @CurrentScope() scope: Scope) {
    const page = { limit, offset: Number(cursor ?? 0) };
    return this.comparison.compare(chosen(query, scope), this.policies.get(policy), page);
  }

  /** What rules that are being written would change: given whole, checked, and stored nowhere. */
  @Post('comparison')
  @HttpCode(200)
  compareRules(
    @Query() { limit, cursor, ...query }: LeagueTableQuery,
    @Body() { policy }: ComparedRulesDto,
    @CurrentScope() scope: Scope,
  ) {
    const page = { limit, offset: Number(cursor ?? 0) };
    return this.comparison.compare(
      chosen(query, scope),
      checkedPolicy(policy, typeof policy.name === 'string' ? policy.name : ''),
      page,
    );
  }
}

const chosen = ({ asOf, departmentId, kind }: ScoresQuery, scope: Scope): ChosenSheets => ({
  asOf,
  scope: narrowed(scope, departmentId),
  kind,
});
