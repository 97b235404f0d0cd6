import { Body, Controller, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../../common/access/access.decorator.js';
import type { Actor } from '../../../common/access/actor.js';
import { ConfirmedDto } from '../../../common/http/confirmed.dto.js';
import { Id, SeenVersion } from '../../../common/http/parameters.js';
import { ROLES } from '../../../domain/roles.js';
import { SessionCookie } from '../../sessions/session-cookie.js';
import { MadePasskeyDto, PasskeyNameDto } from './dto/passkey.dto.js';
import { PasskeysService } from './passkeys.service.js';

const RULE = { roles: ROLES, inSession: true, beforeSecondFactor: true } as const;
const CONFIRMED = { ...RULE, confirmed: true } as const;
const ONE = { ...RULE, row: { resource: 'passkey', parameter: 'id' } } as const;

/** My passkeys; `GET /session/second-factor` lists them. */
@ApiTags('session')
@Access(RULE)
@Controller('session/second-factor/passkeys')
export class OwnPasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly cookie: SessionCookie,
  ) {}

  /** With the password: what the browser is to make, within five minutes. */
  @Post('challenge')
  @HttpCode(200)
  @Access(CONFIRMED)
  begin(@Body() _: ConfirmedDto, @CurrentActor() { userId, name }: Actor) {
    return this.passkeys.begin(userId, name);
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
  @Access({ ...ONE, confirmed: true })
  async end(
    @Param('id', Id) id: string,
    @Body() _: ConfirmedDto,
    @CurrentActor() { userId }: Actor,
    @Req() request: FastifyRequest,
  ) {
    await this.passkeys.end(userId, id, this.cookie.read(request) ?? '');
  }
}
