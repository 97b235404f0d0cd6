import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../common/http/parameters.js';
import { LeagueTableQuery, ScoreQuery } from './dto/score.query.js';
import { ScoringService } from './scoring.service.js';

@ApiTags('scoring')
@Controller()
export class ScoringController {
  constructor(private readonly scoring: ScoringService) {}

  @Get('target-sheets/:id/score')
  score(@Param('id', Id) sheetId: string, @Query() { asOf, policy }: ScoreQuery) {
    return this.scoring.score(sheetId, asOf, policy);
  }

  @Get('scores')
  async leagueTable(@Query() { asOf }: LeagueTableQuery) {
    return { items: await this.scoring.leagueTable(asOf), nextCursor: null };
  }
}
