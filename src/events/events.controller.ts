import { Controller, Get, Header, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { StandingAccess } from '../auth/access/standing-access.js';
import { Access, CurrentActor } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { EventStreams } from './event-streams.service.js';
import { READERS } from '../domain/roles.js';

const DESCRIPTION = `Server-sent events about what the caller may see. They tell what to look at again, never a figure:

- \`ready\` \`{}\`: the connection stands; whatever is shown may be out of date. Comes again when events may have been missed.
- \`score-changed\` \`{ sheetId, departmentId, fromMonth }\`: the sheet's scores as of \`fromMonth\` and later are other ones.
- \`work-progress\` \`{ id, kind, state, done, total }\`: how far long work of the caller is; \`state\` is \`running\`, \`done\` or
  \`failed\`, \`total\` null while unknown.

Since \`ready\` makes a client look afresh, there is no Last-Event-ID. The stream ends with the session, and after 30 minutes
at the latest; \`EventSource\` comes back by itself.`;

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly streams: EventStreams,
    private readonly access: StandingAccess,
  ) {}

  @Get()
  @Access({ roles: READERS })
  @ApiOperation({ description: DESCRIPTION })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('Connection', 'close') // kept alive after its end, it would keep the service from stopping
  async stream(@CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    const stream = await this.streams.open(actor, this.access.credentialOf(request));
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }
}
