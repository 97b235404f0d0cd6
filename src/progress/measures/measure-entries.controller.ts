import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id, MonthParameter, SeenVersion } from '../../common/http/parameters.js';
import { SaveEntryDto } from '../entries/dto/entry.dto.js';
import { MeasureEntriesService } from './measure-entries.service.js';
import { ENTERERS, READERS } from '../../domain/roles.js';

const ROW = { resource: 'measure', parameter: 'id' } as const;

@ApiTags('progress')
@Controller('measures/:id/progress/:month')
export class MeasureEntriesController {
  constructor(private readonly entries: MeasureEntriesService) {}

  @Get()
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) id: string, @Param('month', MonthParameter) month: string) {
    return this.entries.find(id, month);
  }

  /** Saves the month for every indicator that the measure feeds. */
  @Put()
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  save(
    @Param('id', Id) id: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @Body() body: SaveEntryDto,
    @CurrentActor() { name }: Actor,
  ) {
    return this.entries.save(id, month, version, body, name);
  }

  /** Empties the month's drafts of every indicator that the measure feeds. */
  @Delete()
  @HttpCode(204)
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  async empty(
    @Param('id', Id) id: string,
    @Param('month', MonthParameter) month: string,
    @SeenVersion() version: number | null,
    @CurrentActor() { name }: Actor,
  ): Promise<void> {
    await this.entries.save(id, month, version, null, name);
  }
}
