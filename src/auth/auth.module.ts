import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { MonthsModule } from '../months/months.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { AccessGuard } from './access/access.guard.js';
import { Actors } from './access/actors.js';
import { AsMade } from './access/as-made.js';
import { ApiTokensService } from './credentials/api-tokens.service.js';
import { ColleaguesController } from './users/colleagues.controller.js';
import { DeputiesService } from './users/deputies.service.js';
import { AccountActs } from './pending/account-acts.js';
import { AskedChangesService } from './pending/asked-changes.service.js';
import { ChangeDetails } from './pending/change-details.js';
import { UserChangesService } from './users/user-changes.service.js';
import { UserPasswordsService } from './users/user-passwords.service.js';
import { UserPlaces } from './users/user-places.js';
import { PowerfulNames } from './pending/powerful-names.js';
import { PendingChangesController } from './pending/pending-changes.controller.js';
import { PendingChangesRepository } from './pending/pending-changes.repository.js';
import { PendingChangesService } from './pending/pending-changes.service.js';
import { AccountNews } from './users/account-news.js';
import { FirstAccountsService } from './users/first-accounts.service.js';
import { HandoverService } from './users/handover.service.js';
import { Identity } from './access/identity.js';
import { OidcAttemptCookie } from './sign-in/oidc/oidc-attempt.js';
import { OidcController } from './sign-in/oidc/oidc.controller.js';
import { OidcProvider } from './sign-in/oidc/oidc-provider.js';
import { Confirmation } from './sign-in/confirmation.js';
import { OwnTokensController } from './credentials/own-tokens.controller.js';
import { UserTokensController } from './credentials/user-tokens.controller.js';
import { FormerPasswords } from './credentials/former-passwords.js';
import { PasswordRules } from './credentials/password-rules.js';
import { Passwords } from './credentials/passwords.js';
import { RateLimiter } from './access/rate-limiter.js';
import { ReadingLimiter } from './access/reading-limiter.js';
import { RefusalInterceptor } from './access/refusal.interceptor.js';
import { RefusedAccess } from './access/refused-access.js';
import { RowAccess } from './access/row-access.js';
import { RowOwnersRepository } from './access/row-owners.repository.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionController } from './sessions/session.controller.js';
import { AllSessionsController } from './sessions/all-sessions.controller.js';
import { OwnSessionsController } from './sessions/own-sessions.controller.js';
import { UserSessionsController } from './sessions/user-sessions.controller.js';
import { SessionPeriodService } from './sessions/session-period.service.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { ExpiredAccess } from './access/expired-access.js';
import { KnownBrowsers } from './sign-in/known-browsers.js';
import { SignInThrottle } from './sign-in/sign-in-throttle.js';
import { OwnPassword } from './sign-in/own-password.js';
import { SecondStepController } from './sign-in/second-step.controller.js';
import { SecondSteps } from './sign-in/second-steps.js';
import { TwoSteps } from './sign-in/two-steps.js';
import { OwnSecondFactorController } from './second-factor/own-second-factor.controller.js';
import { FactorChanges } from './second-factor/factor-changes.js';
import { OwnPasskeysController } from './second-factor/passkeys/own-passkeys.controller.js';
import { PasskeyChallenges } from './second-factor/passkeys/passkey-challenges.js';
import { PasskeyCheck } from './second-factor/passkeys/passkey-check.js';
import { PasskeysService } from './second-factor/passkeys/passkeys.service.js';
import { RelyingParty } from './second-factor/passkeys/relying-party.js';
import { SecondFactorsService } from './second-factor/second-factors.service.js';
import { ShownFactors } from './second-factor/shown-factors.js';
import { SecretBox } from './second-factor/secret-box.js';
import { TotpService } from './second-factor/totp.service.js';
import { UserSecondFactorController } from './second-factor/user-second-factor.controller.js';
import { SignedIn } from './sign-in/signed-in.js';
import { StandingAccess } from './access/standing-access.js';
import { UsersController } from './users/users.controller.js';
import { UsersRepository } from './users/users.repository.js';
import { UsersService } from './users/users.service.js';

const SIGN_IN = [
  TwoSteps,
  SecondSteps,
  SignedIn,
  OwnPassword,
  SignInService,
  SignInThrottle,
  KnownBrowsers,
  Confirmation,
  Passwords,
  FormerPasswords,
  PasswordRules,
];
const SESSIONS = [SessionsService, SessionsRepository, SessionCookie, SessionPeriodService];
const SECOND_FACTOR = [SecondFactorsService, ShownFactors, FactorChanges, TotpService, SecretBox];
const PASSKEYS = [PasskeysService, PasskeyCheck, PasskeyChallenges, RelyingParty];
const OIDC = [OidcProvider, OidcAttemptCookie];
const USERS = [
  AskedChangesService,
  PowerfulNames,
  ChangeDetails,
  AccountActs,
  PendingChangesService,
  PendingChangesRepository,
  AccountNews,
  UsersService,
  UserPlaces,
  UserChangesService,
  UserPasswordsService,
  UsersRepository,
  DeputiesService,
  HandoverService,
  ApiTokensService,
  FirstAccountsService,
];
const ACCESS = [
  Identity,
  Actors,
  AsMade,
  RowAccess,
  RowOwnersRepository,
  RateLimiter,
  ReadingLimiter,
  RefusedAccess,
  StandingAccess,
  ExpiredAccess,
];

@Module({
  imports: [DiscoveryModule, OrganisationModule, MonthsModule, TargetsModule],
  controllers: [
    SessionController,
    SecondStepController,
    OwnSessionsController,
    AllSessionsController,
    OwnTokensController,
    OwnSecondFactorController,
    OwnPasskeysController,
    OidcController,
    UsersController,
    UserSessionsController,
    UserTokensController,
    UserSecondFactorController,
    ColleaguesController,
    PendingChangesController,
  ],
  providers: [
    ...SIGN_IN,
    ...SECOND_FACTOR,
    ...PASSKEYS,
    ...SESSIONS,
    ...OIDC,
    ...USERS,
    ...ACCESS,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
  ],
  exports: [
    AccountNews,
    UsersService,
    UserPasswordsService,
    SecondFactorsService,
    FirstAccountsService,
    StandingAccess,
    ExpiredAccess,
  ],
})
export class AuthModule {}
