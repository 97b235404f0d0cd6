import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/configuration.js';
import { passwordRefused, passwordSame } from './errors.js';
import { checkPassword, PASSWORD_PROFILES, type PasswordProfile } from './password-profile.js';
import type { UserSession } from '../sessions/user-session.entity.js';
import type { User } from '../users/user.entity.js';

export const ONE_TIME_DAYS = 7;

/** The password profile of this installation. */
@Injectable()
export class PasswordRules {
  readonly profile: PasswordProfile;

  constructor({ PASSWORD_PROFILE }: Configuration) {
    this.profile = PASSWORD_PROFILES[PASSWORD_PROFILE];
  }

  /** @throws DomainError `password-refused` */
  check(password: string, username: string): void {
    const problems = checkPassword(password, username, this.profile);
    if (problems.length > 0) throw passwordRefused(problems);
  }

  /**
   * A one-time password is known to who made it, and one that is too old does not get younger by staying.
   * @throws DomainError `password-refused` as `check`, and for a new password that is the former one
   */
  checkChange(former: string, password: string, username: string): void {
    this.check(password, username);
    if (password === former) throw passwordSame();
  }

  /** A one-time password lies about: on a slip of paper, in a message. One of somebody who never came is not left there. */
  isOneTimeOver({ mustChangePassword, passwordChangedAt, createdAt }: User, now: Date): boolean {
    const issued = passwordChangedAt ?? createdAt;
    return mustChangePassword && now.getTime() - issued.getTime() > ONE_TIME_DAYS * 86_400_000;
  }

  /** Whether the profile demands one, and this session has shown none. Tokens were made in a session that had. */
  mustAddSecondFactor({ role }: User, session: Pick<UserSession, 'secondFactor'> | null): boolean {
    return session !== null && session.secondFactor === null && this.profile.secondFactorFor.includes(role);
  }

  /** A one-time password, or one that the profile calls too old. */
  mustChange({ mustChangePassword, passwordChangedAt }: User, now: Date): boolean {
    const { maximumAgeDays } = this.profile;
    const age = passwordChangedAt ? now.getTime() - passwordChangedAt.getTime() : 0;
    return mustChangePassword || (maximumAgeDays !== null && age > maximumAgeDays * 86_400_000);
  }
}
