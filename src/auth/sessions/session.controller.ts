import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import { type Actor } from '../../common/access/actor.js';
import { SeenVersion } from '../../common/http/parameters.js';
import { ChangePasswordDto, LanguageDto, OwnAbsenceDto, SignInDto } from './dto/session.dto.js';
import { SessionPeriodService } from './session-period.service.js';
import { OwnPassword } from '../sign-in/own-password.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { TwoSteps } from '../sign-in/two-steps.js';
import { SessionCookie } from './session-cookie.js';
import { UserChangesService } from '../users/user-changes.service.js';
import { ENTERERS, ROLES } from '../../domain/roles.js';

@ApiTags('session')
@Access({ roles: ROLES })
@Controller('session')
export class SessionController {
  constructor(
    private readonly steps: TwoSteps,
    private readonly signedIn: SignedIn,
    private readonly password: OwnPassword,
    private readonly cookie: SessionCookie,
    private readonly changes: UserChangesService,
    private readonly period: SessionPeriodService,
  ) {}

  /** Whoever has a second factor is asked for it then, at `/session/second-step`: `secondStep`, and no session yet. */
  @Post()
  @HttpCode(200)
  @Access({ roles: 'anybody' })
  begin(@Body() body: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.steps.byPassword(body, request, reply);
  }

  /** Who I am, what I may do, the token for `X-CSRF-Token`, and what time it is here. */
  @Get()
  @Access({ roles: ROLES, beforePasswordChange: true })
  async find(@Req() request: FastifyRequest, @CurrentActor() actor: Actor) {
    const session = await this.signedIn.describe(actor, this.cookie.read(request));
    return { ...session, ...(await this.period.of(actor.scope)) };
  }

  @Delete()
  @HttpCode(204)
  @Access({ roles: ROLES, beforePasswordChange: true })
  end(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.signedIn.end(actor, request, reply);
  }

  /** Changing the password ends all sessions; the answer begins a new one. */
  @Put('password')
  @Access({ roles: ROLES, beforePasswordChange: true, limit: { name: 'password', perMinute: 10 } })
  changePassword(
    @Body() body: ChangePasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.password.change(actor, body, request, reply);
  }

  /**
   * When I am away, and who stands in for me: holds for my contacts and what they are reminded of, too. A deputy may approve
   * after the session that named them has ended: with the password again.
   */
  @Put('absence')
  @Access({ roles: ENTERERS, confirmed: true })
  setAbsence(@CurrentActor() { userId }: Actor, @SeenVersion() version: number | null, @Body() body: OwnAbsenceDto) {
    return this.changes.update(userId, version, body);
  }

  /** In which language I read mails. */
  @Put('language')
  setLanguage(@CurrentActor() { userId }: Actor, @SeenVersion() version: number | null, @Body() body: LanguageDto) {
    return this.changes.update(userId, version, body);
  }
}
