import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Clock } from '../../common/clock.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { Id, SeenVersion } from '../../common/http/parameters.js';
import { ReviseSheetDto } from './dto/revision.dto.js';
import { RevisionsService } from './revisions.service.js';
import { READERS } from '../../domain/roles.js';

const ROW = { resource: 'target-sheet', parameter: 'id' } as const;

@ApiTags('targets')
@Controller('target-sheets/:id/revisions')
export class RevisionsController {
  constructor(
    private readonly revisions: RevisionsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access({ roles: READERS, row: ROW })
  async list(@Param('id', Id) id: string) {
    return { items: await this.revisions.list(id), nextCursor: null };
  }

  /** If-Match is the version of the sheet. */
  @Post()
  @HttpCode(201)
  @Idempotent()
  @Access({ roles: ['performance-office'], row: ROW })
  async revise(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() body: ReviseSheetDto,
    @CurrentActor() { name: actor }: Actor,
  ) {
    const items = await this.revisions.revise(id, body, { version, actor, at: this.clock.now() });
    return { items, nextCursor: null };
  }
}
