import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { ConfirmedDto } from '../../common/http/confirmed.dto.js';
import { ROLES } from '../../domain/roles.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { UsersService } from '../users/users.service.js';
import { CodeDto, EndTotpDto } from './dto/second-factor.dto.js';
import { SecondFactorsService } from './second-factors.service.js';
import { ShownFactors } from './shown-factors.js';
import { TotpService } from './totp.service.js';

const RULE = { roles: ROLES, inSession: true, beforeSecondFactor: true } as const;
const CONFIRMED = { ...RULE, confirmed: true } as const;

/** What I show besides the password. */
@ApiTags('session')
@Access(RULE)
@Controller('session/second-factor')
export class OwnSecondFactorController {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly shown: ShownFactors,
    private readonly totp: TotpService,
    private readonly users: UsersService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  find(@CurrentActor() { userId }: Actor) {
    return this.factors.of(userId);
  }

  /** A secret for an authenticator app; it counts once a code of it comes back. */
  @Post('totp')
  @Access(CONFIRMED)
  begin(@Body() _: ConfirmedDto, @CurrentActor() { userId, name }: Actor) {
    return this.totp.begin(userId, name);
  }

  /** From now on the sign-in asks for a code. Recovery codes, made with the first factor, are shown this once; all other sessions end. */
  @Put('totp')
  async confirm(@Body() { code }: CodeDto, @CurrentActor() { userId }: Actor, @Req() request: FastifyRequest) {
    return { recoveryCodes: await this.totp.confirm(userId, code, this.cookie.read(request) ?? '') };
  }

  /** With the password and a code; all other sessions end. */
  @Post('totp/removal')
  @HttpCode(204)
  @Access(CONFIRMED)
  async end(@Body() { code }: EndTotpDto, @CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    await this.shown.byCode(await this.users.find(actor.userId), code, request);
    await this.totp.end(actor.userId, this.cookie.read(request) ?? '');
  }
}
