import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../common/access/actor.js';
import { Clock } from '../../common/clock.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { User } from '../users/user.entity.js';
import { UsersService } from '../users/users.service.js';
import { presentPasswordWrong, signInAgain } from './errors.js';
import { SignInService } from './sign-in.service.js';

/** How long a sign-in at the provider counts as having just shown who one is. */
const FRESH_MINUTES = 10;

/**
 * Before something that outlasts a session: that the person is there, and not merely their unlocked computer. By the
 * password again; whoever signs in at the provider has none here, and must have done so just now.
 */
@Injectable()
export class Confirmation {
  constructor(
    private readonly signIn: SignInService,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {}

  /** @returns the account as it was then. @throws DomainError `present-password-wrong`, `sign-in-again` */
  async confirm({ userId, name }: Actor, password: string | undefined, request: FastifyRequest): Promise<User> {
    const user = await this.users.find(userId);
    if (user.oidcSubject === null) {
      if (password === undefined) throw presentPasswordWrong();
      return this.signIn.check({ username: name, password }, request, presentPasswordWrong);
    }
    const begun = await this.sessions.begunAt(this.cookie.read(request) ?? '');
    if (!begun || this.clock.now().getTime() - begun.getTime() > FRESH_MINUTES * 60_000) throw signInAgain();
    return user;
  }
}
