import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id } from '../../common/http/parameters.js';
import { SessionsService } from './sessions.service.js';

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

  /** All of them. */
  @Delete()
  @HttpCode(204)
  endAll(@Param('id', Id) id: string) {
    return this.sessions.endAll(id);
  }

  @Delete(':sessionId')
  @HttpCode(204)
  end(@Param('id', Id) id: string, @Param('sessionId', Id) sessionId: string) {
    return this.sessions.endOne(id, sessionId);
  }
}
