import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { SaveOverrideDto } from './dto/override.dto.js';
import { ScoreOverridesService } from './score-overrides.service.js';
import { READERS } from '../../domain/roles.js';

const ROW = { resource: 'indicator', parameter: 'id' } as const;

@ApiTags('scoring')
@Controller('indicators/:id/score-override')
export class ScoreOverridesController {
  constructor(private readonly overrides: ScoreOverridesService) {}

  @Get()
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.overrides.find(id);
  }

  @Put()
  @Access({ roles: ['performance-office'], row: ROW })
  save(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() body: SaveOverrideDto,
    @CurrentActor() { name }: Actor,
  ) {
    return this.overrides.save(id, version, body, name);
  }

  @Delete()
  @HttpCode(204)
  @Access({ roles: ['performance-office'], row: ROW })
  withdraw(@Param('id', Id) id: string, @SeenVersion() version: number | null) {
    return this.overrides.withdraw(id, version);
  }
}
