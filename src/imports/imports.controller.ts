import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, MANAGERS } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { Clock } from '../common/clock.js';
import { Idempotent } from '../common/http/idempotency/idempotent.decorator.js';
import { Id } from '../common/http/parameters.js';
import { uploadedFile } from '../common/http/uploaded-file.js';
import { AdoptDto } from './dto/adopt.dto.js';
import { ImportsService } from './imports.service.js';

const ROW = { resource: 'import', parameter: 'id' } as const;

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
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

  @Post(':id/adopt')
  @Idempotent()
  @Access({ roles: MANAGERS, row: ROW })
  @HttpCode(200)
  async adopt(@Param('id', Id) id: string, @Body() body: AdoptDto, @CurrentActor() { name, scope }: Actor) {
    const adoption = { actor: name, scope, at: this.clock.now() };
    return { targetSheetIds: await this.imports.adopt(id, body, adoption) };
  }
}
