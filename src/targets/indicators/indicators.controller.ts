import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { MilestonesDto, UpdateIndicatorDto } from './dto/indicator.dto.js';
import { IndicatorsService } from './indicators.service.js';
import { MANAGERS, READERS } from '../../domain/roles.js';

const ROW = { resource: 'indicator', parameter: 'id' } as const;

@ApiTags('targets')
@Controller('indicators')
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsService) {}

  @Get(':id')
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.indicators.find(id);
  }

  @Patch(':id')
  @Access({ roles: MANAGERS, row: ROW })
  update(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: UpdateIndicatorDto) {
    return this.indicators.update(id, version, body);
  }

  /** What is planned to be reached by which month; the version is the indicator's. */
  @Get(':id/milestones')
  @Access({ roles: READERS, row: ROW })
  async milestones(@Param('id', Id) id: string) {
    const { milestones, version } = await this.indicators.find(id);
    return { milestones, version };
  }

  @Put(':id/milestones')
  @Access({ roles: MANAGERS, row: ROW })
  async plan(
    @Param('id', Id) id: string,
    @SeenVersion() seen: number | null,
    @Body() { milestones: planned }: MilestonesDto,
  ) {
    const { milestones, version } = await this.indicators.plan(id, seen, planned);
    return { milestones, version };
  }
}
