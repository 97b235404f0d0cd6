import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../common/access/access.decorator.js';
import { ConfirmedDto } from '../../common/http/confirmed.dto.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** Everybody's sessions at once, for when nobody knows which one is somebody else's. */
@ApiTags('users')
@Access({ roles: ['security-administrator'], inSession: true, confirmed: true })
@Controller('sessions')
export class AllSessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  /** With the password. All but this one, and sign-ins that are half done; personal tokens stay. `ended`: how many there were. */
  @Post('removal')
  @HttpCode(200)
  async endAll(@Body() _: ConfirmedDto, @Req() request: FastifyRequest) {
    return { ended: await this.sessions.endEverybodys(this.cookie.read(request) ?? '') };
  }
}
