import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { isProven } from '../../audit/rows/proven-rows.js';
import { IdentityUnknownError, oneTimePasswordOver, signInRefused } from './errors.js';
import type { OidcIdentity } from './oidc/oidc-provider.js';
import type { SignInDto } from '../sessions/dto/session.dto.js';
import { type Attempted, SignInThrottle } from './sign-in-throttle.js';
import { GUESSED_FROM } from '../credentials/sign-in-waits.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { Passwords } from '../credentials/passwords.js';
import { AccountNews } from '../users/account-news.js';
import type { User } from '../users/user.entity.js';
import { type UserWithHash, UsersRepository } from '../users/users.repository.js';

/** Checks who somebody is. The answer, and the time it takes, is the same for a wrong name and a wrong password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly rules: PasswordRules,
    private readonly throttle: SignInThrottle,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  /**
   * @param refused what is said to whoever is refused
   * @throws DomainError, RateLimitError
   */
  async check(
    { username, password }: SignInDto,
    request: FastifyRequest,
    refused = signInRefused,
  ): Promise<UserWithHash> {
    const { manager } = this.dataSource;
    const user = await this.users.findForSignIn(manager, username);
    const attempted = await this.throttle.attempt(username, user?.id, request);
    await this.throttle.check(attempted);
    const right = await this.passwords.matches(user?.passwordHash ?? null, password);
    // Of a thousand at once, no more get an answer than one after the other; asked of the right one alone, it would tell it.
    await this.throttle.check(attempted);
    if (!user || !right || user.disabled || !(await this.isOurs(manager, user))) {
      await this.refuse(user, attempted);
      throw refused();
    }
    if (this.rules.isOneTimeOver(user, this.clock.now())) {
      await this.recordRefusal(manager, user);
      throw oneTimePasswordOver();
    }
    await this.throttle.forget(attempted);
    return this.hashedAsNow(user, password);
  }

  /**
   * Whose account is linked to that identity; never found by a name or an address, which a provider may give to the next one.
   * @throws IdentityUnknownError, also where the account is disabled, or was linked by nobody known
   */
  async checkIdentity({ issuer, subject }: Pick<OidcIdentity, 'issuer' | 'subject'>): Promise<User> {
    const { manager } = this.dataSource;
    const user = await this.users.findByIdentity(manager, issuer, subject);
    if (user && !user.disabled && (await this.isOurs(manager, user))) return user;
    await this.recordRefusal(manager, user);
    throw new IdentityUnknownError(subject);
  }

  /** Neither the account, nor what it may do, nor its way in was put into the database by SQL. */
  private async isOurs(manager: EntityManager, user: User): Promise<boolean> {
    if (!isProven(manager, 'app_user', user)) return false;
    const isPut = [await this.users.isPasswordPut(manager, user.id), await this.users.isIdentityPut(manager, user)];
    return !isPut.includes(true);
  }

  /** The moment at which a password is known: a hash of weaker parameters is replaced. Nothing else of the account changes. */
  private async hashedAsNow(user: UserWithHash, password: string): Promise<UserWithHash> {
    const former = user.passwordHash;
    if (former === null || !this.passwords.isOutdated(former)) return user;
    const passwordHash = await this.passwords.hash(password);
    await this.users.rehash(this.dataSource.manager, user.id, former, passwordHash);
    return { ...user, passwordHash };
  }

  private async refuse(user: User | null, attempted: Attempted): Promise<void> {
    const { wait, today } = await this.throttle.fail(attempted);
    const { manager } = this.dataSource;
    if (user && today === GUESSED_FROM) await this.news.publish(manager, { kind: 'guessed', userId: user.id });
    if (user && wait >= this.rules.profile.longestWaitSeconds)
      await this.news.publish(manager, { kind: 'sign-in-failed', userId: user.id, address: attempted.address });
    await this.recordRefusal(manager, user, wait > 0 ? `${wait} s` : null);
  }

  /** Not the name that was typed where nobody has it: people type their password there. */
  private recordRefusal(manager: EntityManager, user: User | null, reason: string | null = null): Promise<void> {
    return recordInAuditLog(manager, {
      actor: { userId: null, name: user?.username ?? 'unknown' },
      action: 'session.refused',
      subjectType: 'app_user',
      subjectId: user?.id ?? null,
      departmentId: user?.departmentId,
      reason,
    });
  }
}
