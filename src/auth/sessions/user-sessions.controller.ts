import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { ConfirmedDto } from '../../common/http/confirmed.dto.js';
import { Id } from '../../common/http/parameters.js';
import { SessionsService } from './sessions.service.js';

const CONFIRMED = { roles: ['security-administrator'], confirmed: true } as const;

/** Where others are signed in, as the security administrator sees and ends it. */
@ApiTags('users')
@Access({ roles: ['security-administrator'] })
@Controller('users/:id/sessions')
export class UserSessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  async list(@Param('id', Id) id: string) {
    return { items: await this.sessions.list(id), nextCursor: null };
  }

  /** With the password: all of them. */
  @Post('removal')
  @HttpCode(204)
  @Access(CONFIRMED)
  endAll(@Param('id', Id) id: string, @Body() _: ConfirmedDto) {
    return this.sessions.endAll(id);
  }

  /** With the password. */
  @Post(':sessionId/removal')
  @HttpCode(204)
  @Access(CONFIRMED)
  end(@Param('id', Id) id: string, @Param('sessionId', Id) sessionId: string, @Body() _: ConfirmedDto) {
    return this.sessions.endOne(id, sessionId);
  }
}
