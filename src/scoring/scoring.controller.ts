import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { Id } from '../common/http/parameters.js';
import { besidePublished } from './published/beside-published.js';
import { ScoreQuery } from './dto/score.query.js';
import { PublishedFiguresService } from './published/published-figures.service.js';
import { ScoringService } from './scoring.service.js';
import { shownScore } from './shown-score.js';
import { READERS } from '../domain/roles.js';

@ApiTags('scoring')
@Controller('target-sheets/:id')
export class ScoringController {
  constructor(
    private readonly scoring: ScoringService,
    private readonly published: PublishedFiguresService,
  ) {}

  /** `published` is what the document of the sheet says of its whole year, `difference` ours less that; it never counts. */
  @Get('score')
  @Access({ roles: READERS, row: { resource: 'target-sheet', parameter: 'id' } })
  async score(@Param('id', Id) sheetId: string, @Query() { asOf, policy, view }: ScoreQuery) {
    const score = shownScore(await this.scoring.score(sheetId, asOf, policy), view);
    return besidePublished(score, await this.published.of(sheetId));
  }
}
