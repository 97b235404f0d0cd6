import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { IdentityUnknownError, signInRefused } from './errors.js';
import type { OidcIdentity } from './oidc/oidc-provider.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { Passwords } from '../credentials/passwords.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository, type UserWithHash } from '../users/users.repository.js';

/** Checks who somebody is. The answer, and the time it takes, is the same for a wrong name and a wrong password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly rules: PasswordRules,
    private readonly clock: Clock,
  ) {}

  /**
   * @param refused what is said to whoever is refused
   * @throws DomainError
   */
  async check(username: string, password: string, refused = signInRefused): Promise<User> {
    const { manager } = this.dataSource;
    const user = await this.users.findForSignIn(manager, username);
    const right = await this.passwords.matches(user?.passwordHash ?? null, password);
    const locked = user?.lockedUntil != null && user.lockedUntil > this.clock.now();
    if (!user || !right || locked || user.disabled) {
      await this.refuse(user, locked);
      throw refused();
    }
    await this.users.recordSuccess(manager, user.id);
    return user;
  }

  /**
   * Whose account is linked to that identity; never found by a name or an address, which a provider may give to the next one.
   * @throws IdentityUnknownError, also where the account is disabled
   */
  async checkIdentity({ issuer, subject }: OidcIdentity): Promise<User> {
    const { manager } = this.dataSource;
    const user = await this.users.findByIdentity(manager, issuer, subject);
    if (user && !user.disabled) return user;
    await this.recordRefusal(manager, user);
    throw new IdentityUnknownError(subject);
  }

  private async refuse(user: UserWithHash | null, locked: boolean): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // A locked account is not locked anew by every try: whoever knows the name could keep its owner out for ever.
      // An unknown name costs the same statement, or the time would tell that nobody has it.
      const { attemptsBeforeLock, lockMinutes } = this.rules.profile;
      const until = new Date(this.clock.now().getTime() + lockMinutes * 60_000);
      await this.users.recordFailure(manager, locked ? null : user?.id, attemptsBeforeLock, until);
      await this.recordRefusal(manager, user);
    });
  }

  /** Not the name that was typed where nobody has it: people type their password there. */
  private recordRefusal(manager: EntityManager, user: User | null): Promise<void> {
    return recordInAuditLog(manager, {
      actor: { userId: null, name: user?.username ?? 'unknown' },
      action: 'session.refused',
      subjectType: 'app_user',
      subjectId: user?.id ?? null,
      departmentId: user?.departmentId,
    });
  }
}
