import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../common/access/access.decorator.js';
import { Id } from '../common/http/parameters.js';
import { TargetSheetsService } from '../targets/sheets/target-sheets.service.js';
import { EmptyWorkbookQuery } from './dto/empty-workbook.dto.js';
import { MANAGERS } from '../domain/roles.js';

// Loaded when they are needed, as the library of workbooks is in TemplateService.
const workbooks = () => import('./target-workbook.js');

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Target sheets as workbooks of our own: to fill in, to change in a spreadsheet program, and to import again. */
@ApiTags('imports')
@Controller()
export class TargetWorkbookController {
  constructor(private readonly sheets: TargetSheetsService) {}

  @Get('imports/workbook')
  @ApiProduces(XLSX)
  @Access({ roles: MANAGERS, limit: { name: 'template', perMinute: 60 } })
  async empty(@Query() { year }: EmptyWorkbookQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    asAttachment(reply, `jixiao-targets-${year}.xlsx`);
    return (await workbooks()).emptyTargetWorkbook(year);
  }

  @Get('target-sheets/:id/workbook')
  @ApiProduces(XLSX)
  @Access({
    roles: MANAGERS,
    row: { resource: 'target-sheet', parameter: 'id' },
    limit: { name: 'template', perMinute: 60 },
  })
  async ofSheet(@Param('id', Id) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    asAttachment(reply, `jixiao-targets-${id}.xlsx`);
    return (await workbooks()).targetWorkbook(await this.sheets.find(id));
  }
}

function asAttachment(reply: FastifyReply, fileName: string): void {
  void reply.header('Content-Type', XLSX).header('Content-Disposition', `attachment; filename="${fileName}"`);
}
