import { Body, Controller, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../../common/access/access.decorator.js';
import type { Actor } from '../../../common/access/actor.js';
import { Id, SeenVersion } from '../../../common/http/parameters.js';
import { ROLES } from '../../../domain/roles.js';
import { SessionCookie } from '../../sessions/session-cookie.js';
import { Confirmation } from '../../sign-in/confirmation.js';
import { ConfirmedDto } from '../dto/second-factor.dto.js';
import { MadePasskeyDto, PasskeyNameDto } from './dto/passkey.dto.js';
import { PasskeysService } from './passkeys.service.js';

const RULE = { roles: ROLES, inSession: true, beforeSecondFactor: true } as const;
const ONE = { ...RULE, row: { resource: 'passkey', parameter: 'id' } } as const;

/** My passkeys; `GET /session/second-factor` lists them. */
@ApiTags('session')
@Access(RULE)
@Controller('session/second-factor/passkeys')
export class OwnPasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly confirmation: Confirmation,
    private readonly cookie: SessionCookie,
  ) {}

  /** With the password: what the browser is to make, within five minutes. */
  @Post('challenge')
  @HttpCode(200)
  async begin(@Body() { current }: ConfirmedDto, @CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    await this.confirmation.confirm(actor, current, request);
    return this.passkeys.begin(actor.userId, actor.name);
  }

  /** What it made. From now on the sign-in asks for it. Recovery codes, made with the first factor, are shown this once; all other sessions end. */
  @Post()
  async add(@Body() body: MadePasskeyDto, @CurrentActor() { userId }: Actor, @Req() request: FastifyRequest) {
    return { recoveryCodes: await this.passkeys.add(userId, body, this.cookie.read(request) ?? '') };
  }

  @Put(':id')
  @Access(ONE)
  rename(
    @Param('id', Id) id: string,
    @SeenVersion() version: number | null,
    @Body() { name }: PasskeyNameDto,
    @CurrentActor() { userId }: Actor,
  ) {
    return this.passkeys.rename(userId, { id, version }, name);
  }

  /** With the password; all other sessions end. */
  @Post(':id/removal')
  @HttpCode(204)
  @Access(ONE)
  async end(
    @Param('id', Id) id: string,
    @Body() { current }: ConfirmedDto,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ) {
    await this.confirmation.confirm(actor, current, request);
    await this.passkeys.end(actor.userId, id, this.cookie.read(request) ?? '');
  }
}
