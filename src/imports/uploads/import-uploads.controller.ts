import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, CurrentScope } from '../../common/access/access.decorator.js';
import type { Actor, Scope } from '../../common/access/actor.js';
import { Clock } from '../../common/clock.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { type Page, PageQuery } from '../../common/http/page.js';
import { Id } from '../../common/http/parameters.js';
import type { DocumentImport } from '../document-import.entity.js';
import { ImportUploads } from './import-uploads.js';
import { type BatchProgress, type BatchSummary, ImportBatchesService } from '../batches/import-batches.service.js';
import { MANAGERS } from '../../domain/roles.js';

const FILE = { type: 'string', format: 'binary' } as const;

@ApiTags('imports')
@Controller('imports')
export class ImportUploadsController {
  constructor(
    private readonly uploads: ImportUploads,
    private readonly batches: ImportBatchesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Any number of files, and zip files of documents. One document is read at once: 201 with its draft, or 200 where it had
   * been brought in before. More are a batch, which is read in the background: 202, and GET /imports/batches/{id} tells how
   * far it is.
   */
  @Post()
  @Idempotent()
  @Access({ roles: MANAGERS, limit: { name: 'import', perMinute: 30 } })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { oneOf: [FILE, { type: 'array', items: FILE }] } } } })
  async upload(
    @Req() request: FastifyRequest,
    @CurrentActor() { name, scope }: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentImport | BatchProgress> {
    const taken = await this.uploads.take(request, reply, { actor: name, scope, at: this.clock.now() });
    if ('items' in taken) {
      void reply.status(202).header('Location', `/api/v1/imports/batches/${taken.id}`);
      return taken;
    }
    if (taken.known) void reply.status(200);
    return taken.import;
  }

  /** Uploads of several documents, newest first, with how far each is and how many documents are in each state. */
  @Get('batches')
  @Access({ roles: MANAGERS })
  list(@Query() query: PageQuery, @CurrentScope() scope: Scope): Promise<Page<BatchSummary>> {
    return this.batches.list(query, scope);
  }

  /** How far a batch is; what became of each document, in the order of the upload. */
  @Get('batches/:id')
  @Access({ roles: MANAGERS, row: { resource: 'import-batch', parameter: 'id' } })
  progress(@Param('id', Id) id: string, @CurrentScope() scope: Scope): Promise<BatchProgress> {
    return this.batches.find(id, scope);
  }
}
