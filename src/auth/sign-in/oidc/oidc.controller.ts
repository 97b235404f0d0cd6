import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../../common/access/access.decorator.js';
import { DomainError } from '../../../domain/domain-error.js';
import { IdentityUnknownError } from '../errors.js';
import { SignInService } from '../sign-in.service.js';
import { addressGroup } from '../../access/address-group.js';
import { SignInThrottle } from '../sign-in-throttle.js';
import { TwoSteps } from '../two-steps.js';
import { OidcAttemptCookie } from './oidc-attempt.js';
import { OidcProvider } from './oidc-provider.js';

/** Sign-in at the organisation's OpenID provider. Browsers come here by themselves: what goes wrong is told by the page. */
@ApiTags('session')
@Access({ roles: 'anybody' })
@Controller('session')
export class OidcController {
  constructor(
    private readonly provider: OidcProvider,
    private readonly attempts: OidcAttemptCookie,
    private readonly signIn: SignInService,
    private readonly steps: TwoSteps,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Whether people can sign in at an OpenID provider too. */
  @Get('methods')
  methods() {
    return { oidc: this.provider.configured };
  }

  /** Sends the browser to the provider. */
  @Get('oidc')
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orTell(request, reply, async () => {
      const { url, attempt } = await this.provider.begin();
      this.attempts.write(reply, attempt);
      return url.href;
    });
  }

  /** Where the provider sends the browser back to. */
  @Get('oidc/callback')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orTell(request, reply, async () => {
      const attempt = this.attempts.take(request, reply);
      const { search } = new URL(request.url, 'http://host');
      const identity = await this.provider.finish(search, attempt);
      const user = await this.signIn.checkIdentity(identity);
      const shown = identity.twoFactors ? 'provider' : null;
      const { secondStep } = await this.steps.afterFirst(user, shown, request, reply);
      return secondStep ? '/?secondStep' : '/';
    });
  }

  private async orTell({ ip }: FastifyRequest, reply: FastifyReply, next: () => Promise<string>): Promise<void> {
    await this.throttle.checkAddress(addressGroup(ip));
    const address = await next().catch(async (error: unknown) => {
      if (!(error instanceof DomainError) || error.code === 'oidc-not-configured') throw error;
      await this.throttle.countAddress(addressGroup(ip));
      const identity = error instanceof IdentityUnknownError ? error.subject : undefined;
      return `/?${new URLSearchParams({ signInProblem: error.code, ...(identity && { identity }) }).toString()}`;
    });
    await reply.redirect(address, 303);
  }
}
