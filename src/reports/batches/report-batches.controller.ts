import { create as contentDisposition } from 'content-disposition';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor, CurrentScope } from '../../common/access/access.decorator.js';
import type { Actor, Scope } from '../../common/access/actor.js';
import { Clock } from '../../common/clock.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { languageOf } from '../../common/http/language.js';
import { type Page, PageQuery } from '../../common/http/page.js';
import { Id } from '../../common/http/parameters.js';
import { MANAGERS } from '../../domain/roles.js';
import { ReportBatchDto } from '../dto/report-batch.dto.js';
import { KIND_NAMES } from '../report-files.service.js';
import { type ReportBatchProgress, ReportBatchesService } from './report-batches.service.js';

const ROW = { resource: 'report-batch', parameter: 'id' } as const;

@ApiTags('reports')
@Controller('reports/batches')
export class ReportBatchesController {
  constructor(
    private readonly batches: ReportBatchesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues the reports of departments (`scoring`) or of their sheets (the forms) in the background and packs their files
   * into one archive: 202, and GET /reports/batches/{id} tells how far it is. Progress also comes as `work-progress` events
   * of kind `reports`. Three unfinished batches at most; the same one asked for again is answered with the one there is.
   */
  @Post()
  @Idempotent()
  @HttpCode(202)
  @Access({
    roles: MANAGERS,
    row: { resource: 'department', parameter: 'departmentIds', in: 'body' },
    limit: { name: 'report-batch', perMinute: 10 },
  })
  async create(
    @Body() { departmentIds, personalData, language, reason, ...wish }: ReportBatchDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accepted?: string,
  ): Promise<ReportBatchProgress> {
    const how = { language: language ?? languageOf(accepted), showPersonalData: personalData === 'shown' };
    const asked = { ...wish, ...how, departments: departmentIds ?? null, reason: reason ?? null };
    const batch = await this.batches.create(asked, actor, this.clock.now());
    void reply.header('Location', `/api/v1/reports/batches/${batch.id}`);
    return batch;
  }

  /** Newest first, with how far each is; a finished one is kept for seven days. */
  @Get()
  @Access({ roles: MANAGERS })
  list(@Query() query: PageQuery, @CurrentScope() scope: Scope): Promise<Page<ReportBatchProgress>> {
    return this.batches.list(query, scope);
  }

  @Get(':id')
  @Access({ roles: MANAGERS, row: ROW })
  find(@Param('id', Id) id: string): Promise<ReportBatchProgress> {
    return this.batches.find(id);
  }

  /**
   * Ends a batch that is not finished; it stays in the list as `cancelled`. One that finished in the meantime is answered
   * as it is: nobody who wants to stop it loses an archive. Reports that were issued stand.
   */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Access({ roles: MANAGERS, row: ROW })
  cancel(@Param('id', Id) id: string): Promise<ReportBatchProgress> {
    return this.batches.cancel(id, this.clock.now());
  }

  /** Takes a finished batch off the list with its archive; 409 while it is being made. Reports that were issued stand. */
  @Delete(':id')
  @HttpCode(204)
  @Access({ roles: MANAGERS, row: ROW })
  async delete(@Param('id', Id) id: string): Promise<void> {
    await this.batches.delete(id);
  }

  /** The archive, once the batch is done. */
  @Get(':id/file')
  @Access({ roles: MANAGERS, row: ROW })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param('id', Id) id: string): Promise<StreamableFile> {
    const { batch, content } = await this.batches.archive(id);
    const { kind, month, language, size } = batch;
    const disposition = contentDisposition(`${KIND_NAMES[kind][language]}-${month}.zip`);
    return new StreamableFile(content, { type: 'application/zip', disposition, length: size ?? undefined });
  }
}
