import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id } from '../../common/http/parameters.js';
import { ROLES } from '../../domain/roles.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** Where I am signed in. */
@ApiTags('session')
@Access({ roles: ROLES, inSession: true })
@Controller('session/sessions')
export class OwnSessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  async list(@CurrentActor() { userId }: Actor, @Req() request: FastifyRequest) {
    return { items: await this.sessions.list(userId, this.cookie.read(request)), nextCursor: null };
  }

  /** All but this one. */
  @Delete()
  @HttpCode(204)
  endOthers(@CurrentActor() { userId }: Actor, @Req() request: FastifyRequest) {
    return this.sessions.endAll(userId, this.cookie.read(request));
  }

  @Delete(':id')
  @HttpCode(204)
  end(@Param('id', Id) id: string, @CurrentActor() { userId }: Actor) {
    return this.sessions.endOne(userId, id);
  }
}
