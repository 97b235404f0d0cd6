import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../common/clock.js';
import type { Actor } from '../../common/access/actor.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { SecondFactor } from '../sessions/user-session.entity.js';
import { KnownBrowsers } from './known-browsers.js';
import { csrfTokenOf } from '../credentials/tokens.js';
import type { User } from '../users/user.entity.js';
import { UsersService } from '../users/users.service.js';

/** What a browser is told when somebody has signed in. */
export interface Begun {
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly mustAddSecondFactor: boolean;
}

/** A browser's session from sign-in to sign-out, cookie included. */
@Injectable()
export class SignedIn {
  constructor(
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly rules: PasswordRules,
    private readonly cookie: SessionCookie,
    private readonly browsers: KnownBrowsers,
    private readonly clock: Clock,
  ) {}

  /** For somebody who has shown who they are. */
  async beginFor(
    user: User,
    secondFactor: SecondFactor | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Begun> {
    const token = await this.sessions.begin(user, this.cookie.read(request), {
      address: request.ip,
      agent: request.headers['user-agent']?.slice(0, 300) ?? null,
      secondFactor,
    });
    this.cookie.write(reply, token);
    await this.browsers.remember(request, reply, user.id);
    return { csrfToken: csrfTokenOf(token), ...this.owed(user, { secondFactor }) };
  }

  async describe({ userId, name, role, scope, sections }: Actor, token: string | undefined) {
    const user = await this.users.find(userId);
    const session = token === undefined ? null : await this.sessions.find(token);
    const { minimumLength, characterClasses } = this.rules.profile;
    const { displayName, departmentId, deputyId, awayFrom, awayUntil, language } = user;
    const absence = { deputyId, awayFrom, awayUntil };
    const account = { id: userId, username: name, displayName, role, departmentId, language, ...absence };
    return {
      user: account,
      departments: scope.departments,
      sections,
      version: user.version,
      ...this.owed(user, session),
      /** Whoever is linked to the OpenID provider has none here, and nothing to change. */
      hasPassword: user.oidcSubject === null,
      /** What a new password has to have: who chooses one should know before. */
      passwordRules: { minimumLength, characterClasses },
      csrfToken: token === undefined ? null : csrfTokenOf(token),
    };
  }

  async end({ userId }: Actor, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.cookie.read(request);
    if (token !== undefined) await this.sessions.end(userId, token);
    this.cookie.clear(reply);
    // Not `storage`: figures that were typed and not saved yet lie there, also those of others at this computer.
    void reply.header('Clear-Site-Data', '"cache"');
  }

  /** What has to be done before anything else. */
  private owed(user: User, session: { readonly secondFactor: SecondFactor | null } | null) {
    const mustChangePassword = this.rules.mustChange(user, this.clock.now());
    return { mustChangePassword, mustAddSecondFactor: this.rules.mustAddSecondFactor(user, session) };
  }
}
