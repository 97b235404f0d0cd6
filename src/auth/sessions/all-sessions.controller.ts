import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { ConfirmedDto } from '../second-factor/dto/second-factor.dto.js';
import { Confirmation } from '../sign-in/confirmation.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** Everybody's sessions at once, for when nobody knows which one is somebody else's. */
@ApiTags('users')
@Access({ roles: ['security-administrator'], inSession: true })
@Controller('sessions')
export class AllSessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly confirmation: Confirmation,
    private readonly cookie: SessionCookie,
  ) {}

  /** With the password. All but this one, and sign-ins that are half done; personal tokens stay. `ended`: how many there were. */
  @Post('removal')
  @HttpCode(200)
  async endAll(@Body() { current }: ConfirmedDto, @CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    await this.confirmation.confirm(actor, current, request);
    return { ended: await this.sessions.endEverybodys(this.cookie.read(request) ?? '') };
  }
}
