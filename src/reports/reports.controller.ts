import { create as contentDisposition } from 'content-disposition';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, CurrentScope } from '../common/access/access.decorator.js';
import type { Actor, Scope } from '../common/access/actor.js';
import { masked } from '../common/personal-data.js';
import { Clock } from '../common/clock.js';
import { FILE } from '../common/http/file.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { languageOf } from '../common/http/language.js';
import { Id } from '../common/http/parameters.js';
import { MANAGERS, READERS } from '../domain/roles.js';
import type { Language } from '../domain/domain-error.js';
import { differencesBetween } from './diff/report-diff.js';
import { IssueReportDto, ReportDiffQuery, ReportFileQuery, ReportQuery } from './dto/report.dto.js';
import { IssuingService } from './issuing.service.js';
import { ReportFilesService } from './report-files.service.js';
import { ReportPreviewService } from './report-preview.service.js';
import { checkSubject } from './report-subject.js';
import { checkScope, ReportsService } from './reports.service.js';
import { CONTENT_TYPES } from './writers/formats.js';

const ROW = { resource: 'report', parameter: 'id' } as const;

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly issuing: IssuingService,
    private readonly files: ReportFilesService,
    private readonly previews: ReportPreviewService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access({ roles: READERS })
  list(@Query() query: ReportQuery, @CurrentScope() scope: Scope) {
    return this.reports.list(query, scope);
  }

  @Get(':id')
  @Access({ roles: READERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.reports.find(id);
  }

  /** Issues a report now; answers with the last version when nothing has changed since. */
  @Post()
  @Idempotent()
  @Access({ roles: MANAGERS, row: { resource: 'department', parameter: 'departmentId', in: 'body' } })
  async issue(@Body() { reason, ...about }: IssueReportDto, @CurrentScope() scope: Scope) {
    const subject = await this.issuing.subjectOf(about);
    checkScope(subject, scope);
    checkSubject(subject);
    return this.issuing.issue(subject, { at: this.clock.now(), reason: reason ?? null });
  }

  /** What a report would say if it were issued now, without issuing it. */
  @Post('preview')
  @HttpCode(200)
  @Access({ roles: MANAGERS, row: { resource: 'department', parameter: 'departmentId', in: 'body' } })
  async preview(
    @Body() { reason: _, ...about }: IssueReportDto,
    @CurrentScope() scope: Scope,
    @Headers('accept-language') accepted?: string,
  ) {
    const subject = await this.issuing.subjectOf(about);
    checkScope(subject, scope);
    checkSubject(subject);
    const options = { language: languageOf(accepted), showPersonalData: false };
    return this.previews.preview(subject, this.clock.now(), options);
  }

  @Get(':id/file')
  @Access({ roles: READERS, row: ROW })
  @ApiProduces(...Object.values(CONTENT_TYPES))
  @ApiOkResponse(FILE)
  async file(
    @Param('id', Id) id: string,
    @Query() { format, language, personalData }: ReportFileQuery,
    @CurrentActor() { role }: Actor,
    @Headers('accept-language') accepted?: string,
  ) {
    const { name, type, content } = await this.files.file(await this.reports.find(id), {
      format,
      language: language ?? languageOf(accepted),
      showPersonalData: personalData === 'shown' && role !== 'viewer',
    });
    return new StreamableFile(content, { type, disposition: contentDisposition(name) });
  }

  /** What the files of a report say, as tables to be shown. */
  @Get(':id/document')
  @Access({ roles: READERS, row: ROW })
  async document(@Param('id', Id) id: string, @Headers('accept-language') accepted?: string) {
    const options = { language: languageOf(accepted), showPersonalData: false };
    return this.files.document(await this.reports.find(id), options);
  }

  /** What changed from `against` to this report, of the same subject, as sentences in the caller's language. */
  @Get(':id/diff')
  @Access({ roles: READERS, row: ROW })
  async diff(
    @Param('id', Id) id: string,
    @Query() { against }: ReportDiffQuery,
    @CurrentActor() { role }: Actor,
    @Headers('accept-language') accepted?: string,
  ) {
    const report = await this.reports.find(id);
    const earlier = await this.reports.findOther(report, against);
    const language: Language = languageOf(accepted);
    const [before, after] = [earlier, report].map(({ content }) => (role === 'viewer' ? masked(content) : content)) as [
      typeof report.content,
      typeof report.content,
    ];
    return { items: differencesBetween(before, after, language), nextCursor: null };
  }
}
