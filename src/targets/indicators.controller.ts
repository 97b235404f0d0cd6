import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { UpdateIndicatorDto } from './dto/indicator.dto.js';
import { IndicatorsService } from './indicators.service.js';

@ApiTags('targets')
@Controller('indicators')
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsService) {}

  @Get(':id')
  find(@Param('id', Id) id: string) {
    return this.indicators.find(id);
  }

  @Patch(':id')
  update(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: UpdateIndicatorDto) {
    return this.indicators.update(id, version, body);
  }
}
