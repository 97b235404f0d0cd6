import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedRequest } from '../../common/access/access.decorator.js';
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

/** No password is longer. */
const LONGEST = 200;

/** A request whose sender has just shown that they are the account's owner. */
interface ConfirmedRequest extends AuthenticatedRequest {
  confirmed?: User;
}

/** The account as it was when its password was given again, for routes that are `confirmed`. */
export const ConfirmedUser = createParamDecorator((_: unknown, context: ExecutionContext): User => {
  const { confirmed } = context.switchToHttp().getRequest<ConfirmedRequest>();
  if (!confirmed) throw new Error('a route that is not confirmed must not ask for who confirmed it');
  return confirmed;
});

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

  /** @throws DomainError `present-password-wrong`, `sign-in-again` */
  async confirm(actor: Actor, request: ConfirmedRequest): Promise<void> {
    const password = takePassword(request);
    const user = await this.users.find(actor.userId);
    request.confirmed = user.oidcSubject === null ? await this.byPassword(actor, password, request) : user;
    if (user.oidcSubject !== null) await this.checkFresh(request);
  }

  private byPassword({ name }: Actor, password: unknown, request: FastifyRequest): Promise<User> {
    if (typeof password !== 'string' || password.length > LONGEST) throw presentPasswordWrong();
    return this.signIn.check({ username: name, password }, request, presentPasswordWrong);
  }

  private async checkFresh(request: FastifyRequest): Promise<void> {
    const begun = await this.sessions.begunAt(this.cookie.read(request) ?? '');
    if (!begun || this.clock.now().getTime() - begun.getTime() > FRESH_MINUTES * 60_000) throw signInAgain();
  }
}

/** Nothing that comes after keeps it, in a row that waits or in a log. The body is as it was sent: not checked yet. */
function takePassword({ body }: FastifyRequest): unknown {
  if (typeof body !== 'object' || body === null || !('current' in body)) return undefined;
  const { current } = body;
  delete body.current;
  return current;
}
