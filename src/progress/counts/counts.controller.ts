import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id, MonthParameter } from '../../common/http/parameters.js';
import { CountsService } from './counts.service.js';
import { CountsDto } from './dto/counts.dto.js';
import { ENTERERS } from '../../domain/roles.js';

@ApiTags('progress')
@ApiParam({ name: 'id' })
@ApiParam({ name: 'month', example: '2026-03' })
@Controller('indicators/:id/progress/:month/counts')
export class CountsController {
  constructor(private readonly counts: CountsService) {}

  /** For machines, with a token of the scope `progress:write`; repeating it changes nothing, and no version is asked for. */
  @Put()
  @Access({
    roles: ENTERERS,
    row: { resource: 'indicator', parameter: 'id' },
    ownSection: true,
    machines: { indicator: 'id' },
  })
  report(
    @Param('id', Id) indicatorId: string,
    @Param('month', MonthParameter) month: string,
    @Body() body: CountsDto,
    @CurrentActor() { name }: Actor,
  ) {
    return this.counts.report({ indicatorId, month }, body, name);
  }
}
