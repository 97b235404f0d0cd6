import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id } from '../../common/http/parameters.js';
import { ROLES } from '../../domain/roles.js';
import { ConfirmedUser } from '../sign-in/confirmation.js';
import { ApiTokensService } from './api-tokens.service.js';
import { CreateTokenDto } from './dto/token.dto.js';
import type { User } from '../users/user.entity.js';

/** Tokens of whoever is signed in, for their programs. */
@ApiTags('session')
@Access({ roles: ROLES })
@Controller('session/tokens')
export class OwnTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  async list(@CurrentActor() { userId }: Actor) {
    return { items: await this.tokens.list(userId), nextCursor: null };
  }

  /** Only for somebody who is signed in and gives the password again. The token is shown this once. */
  @Post()
  @Access({
    ...{ roles: ROLES, inSession: true, confirmed: true },
    row: { resource: 'indicator', parameter: 'indicatorIds', in: 'body' },
  })
  create(@Body() body: CreateTokenDto, @ConfirmedUser() user: User) {
    return this.tokens.create(user, body);
  }

  @Delete(':id')
  @HttpCode(204)
  delete(@Param('id', Id) id: string, @CurrentActor() { userId }: Actor) {
    return this.tokens.delete(userId, id);
  }
}
