import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope } from '../../common/access/access.decorator.js';
import type { Scope } from '../../common/access/actor.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { CreateCommitmentDto } from '../indicators/dto/indicator.dto.js';
import { AssignPolicyDto, SheetQuery, UpdateSheetDto } from './dto/target-sheet.dto.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { TargetSheetsService } from './target-sheets.service.js';
import { MANAGERS, READERS } from '../../domain/roles.js';

const ROW = { resource: 'target-sheet', parameter: 'id' } as const;

@ApiTags('targets')
@Controller('target-sheets')
export class TargetSheetsController {
  constructor(
    private readonly sheets: TargetSheetsService,
    private readonly indicators: IndicatorsService,
  ) {}

  @Get()
  @Access({ roles: READERS })
  list(@Query() query: SheetQuery, @CurrentScope() scope: Scope) {
    return this.sheets.list(query, scope);
  }

  @Get(':id')
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.sheets.find(id);
  }

  @Patch(':id')
  @Access({ roles: ['performance-office'], row: ROW })
  update(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: UpdateSheetDto) {
    return this.sheets.update(id, version, body);
  }

  /** If-Match is the version of the sheet. */
  @Put(':id/policy')
  @Access({ roles: ['performance-office'], row: ROW })
  assignPolicy(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: AssignPolicyDto) {
    return this.sheets.assignPolicy(id, version, body);
  }

  @Post(':id/commitments')
  @Idempotent()
  @Access({ roles: MANAGERS, row: ROW })
  addCommitment(@Param('id', Id) id: string, @Body() body: CreateCommitmentDto) {
    return this.indicators.addCommitment(id, body);
  }
}
