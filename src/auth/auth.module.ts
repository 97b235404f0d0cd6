import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { MonthsModule } from '../months/months.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { AccessGuard } from './access.guard.js';
import { Actors } from './actors.js';
import { ApiTokensService } from './api-tokens.service.js';
import { ColleaguesController } from './colleagues.controller.js';
import { DeputiesService } from './deputies.service.js';
import { FirstAccountsService } from './first-accounts.service.js';
import { HandoverService } from './handover.service.js';
import { Identity } from './identity.js';
import { OidcAttemptCookie } from './oidc/oidc-attempt.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcProvider } from './oidc/oidc-provider.js';
import { PasswordRules } from './password-rules.js';
import { Passwords } from './passwords.js';
import { RateLimiter } from './rate-limiter.js';
import { RowAccess } from './row-access.js';
import { RowOwnersRepository } from './row-owners.repository.js';
import { SessionCookie } from './session-cookie.js';
import { SessionController } from './session.controller.js';
import { SessionPeriodService } from './session-period.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignedIn } from './signed-in.js';
import { StandingAccess } from './standing-access.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

const SIGN_IN = [SignedIn, SignInService, Passwords, PasswordRules];
const SESSIONS = [SessionsService, SessionsRepository, SessionCookie, SessionPeriodService];
const OIDC = [OidcProvider, OidcAttemptCookie];
const USERS = [UsersService, UsersRepository, DeputiesService, HandoverService, ApiTokensService, FirstAccountsService];
const ACCESS = [Identity, Actors, RowAccess, RowOwnersRepository, RateLimiter, StandingAccess];

@Module({
  imports: [DiscoveryModule, OrganisationModule, MonthsModule, TargetsModule],
  controllers: [SessionController, OidcController, UsersController, ColleaguesController],
  providers: [...SIGN_IN, ...SESSIONS, ...OIDC, ...USERS, ...ACCESS, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [UsersService, FirstAccountsService, StandingAccess],
})
export class AuthModule {}
