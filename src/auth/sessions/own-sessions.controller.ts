import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id } from '../../common/http/parameters.js';
import { ROLES } from '../../domain/roles.js';
import { ConfirmedDto } from '../second-factor/dto/second-factor.dto.js';
import { Confirmation } from '../sign-in/confirmation.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** Where I am signed in. */
@ApiTags('session')
@Access({ roles: ROLES, inSession: true })
@Controller('session/sessions')
export class OwnSessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly confirmation: Confirmation,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  async list(@CurrentActor() { userId }: Actor, @Req() request: FastifyRequest) {
    return { items: await this.sessions.list(userId, this.cookie.read(request)), nextCursor: null };
  }

  /** With the password: all but this one. Whoever has merely come by an open session does not shut its owner out. */
  @Post('removal')
  @HttpCode(204)
  async endOthers(@Body() { current }: ConfirmedDto, @CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    await this.confirmation.confirm(actor, current, request);
    await this.sessions.endAll(actor.userId, this.cookie.read(request));
  }

  /** With the password. */
  @Post(':id/removal')
  @HttpCode(204)
  async end(
    @Param('id', Id) id: string,
    @Body() { current }: ConfirmedDto,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    await this.sessions.checkOwn(actor.userId, id);
    await this.confirmation.confirm(actor, current, request);
    await this.sessions.endOne(actor.userId, id);
  }
}
