import { Controller, Get, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../common/access/access.decorator.js';
import { languageOf } from '../common/http/language.js';
import { Id } from '../common/http/parameters.js';
import { ReportReplayService } from './report-replay.service.js';
import { READERS } from '../domain/roles.js';

@ApiTags('reports')
@Controller('reports/:id/replay')
export class ReportReplayController {
  constructor(private readonly replays: ReportReplayService) {}

  @Get()
  @Access({ roles: READERS, row: { resource: 'report', parameter: 'id' } })
  replay(@Param('id', Id) id: string, @Headers('accept-language') accepted?: string) {
    return this.replays.replay(id, languageOf(accepted));
  }
}
