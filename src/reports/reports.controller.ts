import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../common/clock.js';
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
  list(@Query() query: ReportQuery) {
    return this.reports.list(query);
  }

  @Get(':id')
  find(@Param('id', Id) id: string) {
    return this.reports.find(id);
  }

  /** Issues the report of a month now; answers with the last version when nothing has changed since. */
  @Post()
  issue(@Body() { departmentId, month }: IssueReportDto) {
    return this.dueReports.issue(departmentId, month, this.clock.now());
  }
}
