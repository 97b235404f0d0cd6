import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../common/access/actor.js';
import { PasswordRules } from '../credentials/password-rules.js';
import type { ChangePasswordDto } from '../sessions/dto/session.dto.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { UserPasswordsService } from '../users/user-passwords.service.js';
import { UsersService } from '../users/users.service.js';
import { presentPasswordWrong } from './errors.js';
import { SignInService } from './sign-in.service.js';
import { type Begun, SignedIn } from './signed-in.js';

/** Changing one's own password. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly signIn: SignInService,
    private readonly signedIn: SignedIn,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly passwords: UserPasswordsService,
    private readonly rules: PasswordRules,
    private readonly cookie: SessionCookie,
  ) {}

  /** All sessions end; a new one begins, which has shown the second factor if this one has. */
  async change(
    actor: Actor,
    { current, password }: ChangePasswordDto,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Begun> {
    const credentials = { username: actor.name, password: current };
    const user = await this.signIn.check(credentials, request, presentPasswordWrong);
    await this.rules.checkChange(password, user, current);
    const session = await this.sessions.find(this.cookie.read(request) ?? '');
    if (!(await this.passwords.change(user, password))) throw presentPasswordWrong();
    return this.signedIn.beginFor(await this.users.find(user.id), session?.secondFactor ?? null, request, reply);
  }
}
