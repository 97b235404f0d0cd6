import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { SaveScenarioDto, WhatIfDto } from './dto/what-if.dto.js';
import { shownScore } from '../shown-score.js';
import { WhatIfService } from './what-if.service.js';
import { ENTERERS, READERS } from '../../domain/roles.js';

const ROW = { resource: 'target-sheet', parameter: 'id' } as const;
const SCENARIO = { resource: 'scenario', parameter: 'scenarioId' } as const;

@ApiTags('scoring')
@Controller('target-sheets/:id')
export class WhatIfController {
  constructor(private readonly whatIf: WhatIfService) {}

  /** The score if these entries were approved. */
  @Post('score/what-if')
  @HttpCode(200)
  @Access({ roles: READERS, row: ROW })
  async score(@Param('id', Id) sheetId: string, @Body() body: WhatIfDto) {
    return shownScore(await this.whatIf.score(sheetId, body));
  }

  @Get('scenarios')
  @Access({ roles: READERS, row: ROW })
  async list(@Param('id', Id) sheetId: string) {
    return { items: await this.whatIf.list(sheetId), nextCursor: null };
  }

  @Post('scenarios')
  @Idempotent()
  @Access({ roles: ENTERERS, row: ROW })
  save(@Param('id', Id) sheetId: string, @Body() body: SaveScenarioDto, @CurrentActor() actor: Actor) {
    return this.whatIf.save(sheetId, body, actor);
  }

  @Put('scenarios/:scenarioId')
  @Access({ roles: ENTERERS, row: [ROW, SCENARIO] })
  change(
    @Param('id', Id) sheetId: string,
    @Param('scenarioId', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() body: SaveScenarioDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.whatIf.change(sheetId, { id, version, actor }, body);
  }

  @Delete('scenarios/:scenarioId')
  @HttpCode(204)
  @Access({ roles: ENTERERS, row: [ROW, SCENARIO] })
  remove(
    @Param('id', Id) sheetId: string,
    @Param('scenarioId', Id) id: string,
    @SeenVersion() version: number | null,
    @CurrentActor() actor: Actor,
  ) {
    return this.whatIf.remove(sheetId, { id, version, actor });
  }
}
