import '@fastify/multipart';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { Id, MonthParameter } from '../common/http/parameters.js';
import { EvidenceQuery, ReuseEvidenceDto } from './dto/evidence.dto.js';
import { EvidenceService } from './evidence.service.js';
import { EvidenceUploads } from './evidence-uploads.js';
import { ENTERERS, READERS } from '../domain/roles.js';

const ROW = { resource: 'indicator', parameter: 'id' } as const;

@ApiTags('evidence')
@ApiParam({ name: 'id' })
@ApiParam({ name: 'month', example: '2026-03' })
@Controller('indicators/:id/progress/:month/evidence')
export class MonthEvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly uploads: EvidenceUploads,
  ) {}

  @Get()
  @Access({ roles: READERS, row: ROW })
  async list(@Param('id', Id) indicatorId: string, @Param('month', MonthParameter) month: string) {
    return { items: await this.evidence.list({ indicatorId, month }), nextCursor: null };
  }

  /** `duplicates` says where else the same file is evidence. */
  @Post()
  @Idempotent()
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  upload(
    @Param('id', Id) indicatorId: string,
    @Param('month', MonthParameter) month: string,
    @Query() { kind }: EvidenceQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.uploads.take({ indicatorId, month }, kind, actor, request, reply);
  }

  @Post('reused')
  @Idempotent()
  @Access({ roles: ENTERERS, row: ROW, ownSection: true })
  reuse(
    @Param('id', Id) indicatorId: string,
    @Param('month', MonthParameter) month: string,
    @Query() { kind }: EvidenceQuery,
    @Body() { evidenceId }: ReuseEvidenceDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.evidence.reuse({ indicatorId, month }, evidenceId, kind, actor);
  }
}
