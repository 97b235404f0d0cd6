import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../common/clock.js';
import type { Actor } from '../../common/access/actor.js';
import type { ChangePasswordDto, SignInDto } from '../sessions/dto/session.dto.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { checkOrigin } from '../access/request-origin.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { presentPasswordWrong } from './errors.js';
import { KnownBrowsers } from './known-browsers.js';
import { SignInService } from './sign-in.service.js';
import { csrfTokenOf } from '../credentials/tokens.js';
import type { User } from '../users/user.entity.js';
import { UsersService } from '../users/users.service.js';

/** A browser's session from sign-in to sign-out, cookie included. */
@Injectable()
export class SignedIn {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly rules: PasswordRules,
    private readonly cookie: SessionCookie,
    private readonly browsers: KnownBrowsers,
    private readonly clock: Clock,
  ) {}

  async begin(credentials: SignInDto, request: FastifyRequest, reply: FastifyReply) {
    checkOrigin(request); // else another site could sign its visitors in as somebody else
    return this.beginFor(await this.signIn.check(credentials, request), request, reply);
  }

  /** For somebody who has shown who they are. */
  async beginFor(user: User, request: FastifyRequest, reply: FastifyReply) {
    const token = await this.sessions.begin(user, this.cookie.read(request), {
      address: request.ip,
      agent: request.headers['user-agent']?.slice(0, 300) ?? null,
    });
    this.cookie.write(reply, token);
    await this.browsers.remember(request, reply, user.id);
    return { csrfToken: csrfTokenOf(token), mustChangePassword: this.rules.mustChange(user, this.clock.now()) };
  }

  async describe({ userId, name, role, scope, sections }: Actor, token: string | undefined) {
    const user = await this.users.find(userId);
    const { displayName, departmentId, deputyId, awayFrom, awayUntil, language } = user;
    const absence = { deputyId, awayFrom, awayUntil };
    const account = { id: userId, username: name, displayName, role, departmentId, language, ...absence };
    return {
      user: account,
      departments: scope.departments,
      sections,
      version: user.version,
      mustChangePassword: this.rules.mustChange(user, this.clock.now()),
      csrfToken: token === undefined ? null : csrfTokenOf(token),
    };
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.cookie.read(request);
    if (token !== undefined) await this.sessions.end(token);
    this.cookie.clear(reply);
    // Not `storage`: figures that were typed and not saved yet lie there, also those of others at this computer.
    void reply.header('Clear-Site-Data', '"cache"');
  }

  async changePassword(
    actor: Actor,
    { current, password }: ChangePasswordDto,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const credentials = { username: actor.name, password: current };
    const user = await this.signIn.check(credentials, request, presentPasswordWrong);
    this.rules.checkChange(current, password, user.username);
    await this.users.setPassword(user, password, 'app_user.password-changed');
    return this.begin({ username: user.username, password }, request, reply);
  }
}
