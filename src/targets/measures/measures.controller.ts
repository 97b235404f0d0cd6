import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { CreateMeasureDto, LinkMeasureDto, MeasureProposalsQuery, MeasureQuery } from './dto/measure.dto.js';
import { MeasuresService } from './measures.service.js';
import { MANAGERS, READERS } from '../../domain/roles.js';

const ROW = { resource: 'measure', parameter: 'id' } as const;

@ApiTags('targets')
@Controller('measures')
export class MeasuresController {
  constructor(private readonly measures: MeasuresService) {}

  @Get()
  @Access({ roles: READERS })
  list(@Query() query: MeasureQuery, @CurrentScope() scope: Scope) {
    return this.measures.list(query, scope);
  }

  /** Indicators of the same name, target, unit and department that one measure could feed; nothing is linked by itself. */
  @Get('proposals')
  @Access({ roles: MANAGERS })
  async proposals(@Query() { departmentId }: MeasureProposalsQuery, @CurrentScope() scope: Scope) {
    return { items: await this.measures.proposals({ departmentId }, scope) };
  }

  @Get(':id')
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.measures.find(id);
  }

  @Post()
  @Idempotent()
  @Access({ roles: MANAGERS, row: { resource: 'department', parameter: 'departmentId', in: 'body' } })
  create(@Body() body: CreateMeasureDto) {
    return this.measures.create(body);
  }

  @Put(':id/indicators')
  @Access({ roles: MANAGERS, row: ROW })
  link(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: LinkMeasureDto) {
    return this.measures.link(id, version, body.indicatorIds);
  }
}
