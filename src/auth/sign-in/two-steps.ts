import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkOrigin } from '../access/request-origin.js';
import { SecondFactorsService } from '../second-factor/second-factors.service.js';
import { ShownFactors } from '../second-factor/shown-factors.js';
import type { SecondFactor } from '../sessions/user-session.entity.js';
import type { SignInDto } from '../sessions/dto/session.dto.js';
import type { User } from '../users/user.entity.js';
import { SecondSteps } from './second-steps.js';
import { SignInService } from './sign-in.service.js';
import { type Begun, SignedIn } from './signed-in.js';

/** What came of a step. */
export interface Stepped extends Omit<Begun, 'csrfToken'> {
  /** null: there is no session yet. */
  readonly csrfToken: string | null;
  /** Whether the second factor is asked for, at `POST /session/second-step`. */
  readonly secondStep: boolean;
}

const UNFINISHED: Stepped = {
  csrfToken: null,
  secondStep: true,
  mustChangePassword: false,
  mustAddSecondFactor: false,
};

/** Signing in: by what somebody knows, and then, for those who have it, by what they hold. */
@Injectable()
export class TwoSteps {
  constructor(
    private readonly signIn: SignInService,
    private readonly factors: SecondFactorsService,
    private readonly shown: ShownFactors,
    private readonly steps: SecondSteps,
    private readonly signedIn: SignedIn,
  ) {}

  async byPassword(credentials: SignInDto, request: FastifyRequest, reply: FastifyReply): Promise<Stepped> {
    checkOrigin(request); // else another site could sign its visitors in as somebody else
    return this.afterFirst(await this.signIn.check(credentials, request), null, request, reply);
  }

  /** Whoever has a second factor shows it now, unless the provider has asked for `shown`. */
  async afterFirst(
    user: User,
    shown: SecondFactor | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Stepped> {
    if (shown === null && (await this.factors.has(user.id))) {
      await this.steps.begin(user, reply);
      return UNFINISHED;
    }
    return { ...(await this.signedIn.beginFor(user, shown, request, reply)), secondStep: false };
  }

  /** @throws DomainError `second-step-over`, `code-wrong`, TooManyFailures */
  byCode(code: string, request: FastifyRequest, reply: FastifyReply): Promise<Stepped> {
    return this.afterSecond((user) => this.shown.byCode(user, code, request), request, reply);
  }

  /** @throws DomainError `second-step-over`, `passkey-refused`, TooManyFailures */
  byPasskey(credential: AuthenticationResponseJSON, request: FastifyRequest, reply: FastifyReply): Promise<Stepped> {
    return this.afterSecond((user) => this.shown.byPasskey(user, credential, request), request, reply);
  }

  private async afterSecond(
    show: (user: User) => Promise<SecondFactor>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Stepped> {
    checkOrigin(request);
    const user = await this.steps.find(request);
    const factor = await show(user);
    await this.steps.end(request, reply);
    return { ...(await this.signedIn.beginFor(user, factor, request, reply)), secondStep: false };
  }
}
