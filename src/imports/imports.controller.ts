import { Body, Controller, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, MANAGERS } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { Clock } from '../common/clock.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { uploadedFile } from '../common/http/uploaded-file.js';
import { AdoptDto } from './dto/adopt.dto.js';
import { ImportReviewService } from './import-review.service.js';
import { ImportsService } from './imports.service.js';

const ROW = { resource: 'import', parameter: 'id' } as const;

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly review: ImportReviewService,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Idempotent()
  @Access({ roles: MANAGERS, limit: { name: 'import', perMinute: 30 } })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async read(@Req() request: FastifyRequest, @CurrentActor() { scope }: Actor) {
    const { bytes, fileName } = await uploadedFile(request);
    return this.imports.read(bytes, fileName, { scope, at: this.clock.now() });
  }

  @Get(':id')
  @Access({ roles: MANAGERS, row: ROW })
  find(@Param('id', Id) id: string) {
    return this.imports.find(id);
  }

  /** Answers to the doubts, kept until the document is adopted; they replace those given before. */
  @Put(':id/decisions')
  @Access({ roles: MANAGERS, row: ROW })
  decide(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: AdoptDto) {
    return this.review.decide(id, version, body);
  }

  /** What differs from sheets that were adopted before, as when a newer version of a document is imported. */
  @Get(':id/differences')
  @Access({ roles: MANAGERS, row: ROW })
  async differences(@Param('id', Id) id: string, @CurrentActor() { scope }: Actor) {
    return { sheets: await this.review.differences(id, scope) };
  }

  @Post(':id/adopt')
  @Idempotent()
  @Access({ roles: MANAGERS, row: ROW })
  @HttpCode(200)
  async adopt(@Param('id', Id) id: string, @Body() body: AdoptDto, @CurrentActor() { name, scope }: Actor) {
    const adoption = { actor: name, scope, at: this.clock.now() };
    return { targetSheetIds: await this.imports.adopt(id, body, adoption) };
  }
}
