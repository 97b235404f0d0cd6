import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentScope, MANAGERS, READERS } from '../common/access/access.decorator.js';
import type { Scope } from '../common/access/actor.js';
import { Clock } from '../common/clock.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { Id } from '../common/http/parameters.js';
import { IssueReportDto, ReportQuery } from './dto/report.dto.js';
import { DueReportsService } from './due-reports.service.js';
import { ReportsService } from './reports.service.js';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly dueReports: DueReportsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access({ roles: READERS })
  list(@Query() query: ReportQuery, @CurrentScope() scope: Scope) {
    return this.reports.list(query, scope);
  }

  @Get(':id')
  @Access({ roles: READERS, row: { resource: 'report', parameter: 'id' } })
  find(@Param('id', Id) id: string) {
    return this.reports.find(id);
  }

  /** Issues the report of a month now; answers with the last version when nothing has changed since. */
  @Post()
  @Idempotent()
  @Access({ roles: MANAGERS, row: { resource: 'department', parameter: 'departmentId', in: 'body' } })
  issue(@Body() { departmentId, month }: IssueReportDto) {
    return this.dueReports.issue(departmentId, month, this.clock.now());
  }
}
