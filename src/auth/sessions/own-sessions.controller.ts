import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { ConfirmedDto } from '../../common/http/confirmed.dto.js';
import { Id } from '../../common/http/parameters.js';
import { ROLES } from '../../domain/roles.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

const CONFIRMED = { roles: ROLES, inSession: true, confirmed: true } as const;

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

  /** With the password: all but this one. Whoever has merely come by an open session does not shut its owner out. */
  @Post('removal')
  @HttpCode(204)
  @Access(CONFIRMED)
  async endOthers(@Body() _: ConfirmedDto, @CurrentActor() { userId }: Actor, @Req() request: FastifyRequest) {
    await this.sessions.endAll(userId, this.cookie.read(request));
  }

  /** With the password. */
  @Post(':id/removal')
  @HttpCode(204)
  @Access({ ...CONFIRMED, row: { resource: 'session', parameter: 'id' } })
  async end(@Param('id', Id) id: string, @Body() _: ConfirmedDto, @CurrentActor() { userId }: Actor) {
    await this.sessions.endOne(userId, id);
  }
}
