import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, READERS } from '../common/access/access.decorator.js';
import { Id } from '../common/http/parameters.js';
import { ScoreQuery } from './dto/score.query.js';
import { ScoringService } from './scoring.service.js';
import { shownScore } from './shown-score.js';

@ApiTags('scoring')
@Controller('target-sheets/:id')
export class ScoringController {
  constructor(private readonly scoring: ScoringService) {}

  @Get('score')
  @Access({ roles: READERS, row: { resource: 'target-sheet', parameter: 'id' } })
  async score(@Param('id', Id) sheetId: string, @Query() { asOf, policy, view }: ScoreQuery) {
    return shownScore(await this.scoring.score(sheetId, asOf, policy), view);
  }
}
