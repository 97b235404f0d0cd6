import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, MANAGERS, READERS } from '../common/access/access.decorator.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { UpdateIndicatorDto } from './dto/indicator.dto.js';
import { IndicatorsService } from './indicators.service.js';

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
}
