import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Id } from '../../common/http/parameters.js';
import { ROLES } from '../../domain/roles.js';
import { Confirmation } from '../sign-in/confirmation.js';
import { ApiTokensService } from './api-tokens.service.js';
import { CreateTokenDto } from './dto/token.dto.js';

/** Tokens of whoever is signed in, for their programs. */
@ApiTags('session')
@Access({ roles: ROLES })
@Controller('session/tokens')
export class OwnTokensController {
  constructor(
    private readonly tokens: ApiTokensService,
    private readonly confirmation: Confirmation,
  ) {}

  @Get()
  async list(@CurrentActor() { userId }: Actor) {
    return { items: await this.tokens.list(userId), nextCursor: null };
  }

  /** Only for somebody who is signed in and gives the password again. The token is shown this once. */
  @Post()
  @Access({ roles: ROLES, inSession: true, row: { resource: 'indicator', parameter: 'indicatorIds', in: 'body' } })
  async create(@Body() body: CreateTokenDto, @CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    return this.tokens.create(await this.confirmation.confirm(actor, body.current, request), body);
  }

  @Delete(':id')
  @HttpCode(204)
  delete(@Param('id', Id) id: string, @CurrentActor() { userId }: Actor) {
    return this.tokens.delete(userId, id);
  }
}
