import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope, READERS } from '../common/access/access.decorator.js';
import type { Scope } from '../common/access/actor.js';
import { Id } from '../common/http/parameters.js';
import { LeagueTableQuery, ScoreQuery } from './dto/score.query.js';
import { ScoringService } from './scoring.service.js';
import { shownScore } from './shown-score.js';

@ApiTags('scoring')
@Controller()
export class ScoringController {
  constructor(private readonly scoring: ScoringService) {}

  @Get('target-sheets/:id/score')
  @Access({ roles: READERS, row: { resource: 'target-sheet', parameter: 'id' } })
  async score(@Param('id', Id) sheetId: string, @Query() { asOf, policy, view }: ScoreQuery) {
    return shownScore(await this.scoring.score(sheetId, asOf, policy), view);
  }

  @Get('scores')
  @Access({ roles: READERS })
  async leagueTable(@Query() { asOf }: LeagueTableQuery, @CurrentScope() scope: Scope) {
    return { items: await this.scoring.leagueTable(asOf, scope), nextCursor: null };
  }
}
