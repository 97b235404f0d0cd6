import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { CreateCommitmentDto } from './dto/indicator.dto.js';
import { SheetQuery, UpdateSheetDto } from './dto/target-sheet.dto.js';
import { IndicatorsService } from './indicators.service.js';
import { TargetSheetsService } from './target-sheets.service.js';

@ApiTags('targets')
@Controller('target-sheets')
export class TargetSheetsController {
  constructor(
    private readonly sheets: TargetSheetsService,
    private readonly indicators: IndicatorsService,
  ) {}

  @Get()
  list(@Query() query: SheetQuery) {
    return this.sheets.list(query);
  }

  @Get(':id')
  find(@Param('id', Id) id: string) {
    return this.sheets.find(id);
  }

  @Patch(':id')
  update(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: UpdateSheetDto) {
    return this.sheets.update(id, version, body);
  }

  @Post(':id/commitments')
  addCommitment(@Param('id', Id) id: string, @Body() body: CreateCommitmentDto) {
    return this.indicators.addCommitment(id, body);
  }
}
