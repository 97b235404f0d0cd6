import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/configuration.js';
import { DomainError } from '../../domain/domain-error.js';
import { checkPassword, PASSWORD_PROFILES, type PasswordProfile } from './password-profile.js';
import type { User } from '../users/user.entity.js';

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
    if (problems.length === 0) return;
    const texts = (language: 'zh' | 'en'): string => problems.map(({ message }) => message[language]).join(' ');
    throw new DomainError('unfit', 'password-refused', { zh: texts('zh'), en: texts('en') }, problems);
  }

  /**
   * A one-time password is known to who made it, and one that is too old does not get younger by staying.
   * @throws DomainError `password-refused` as `check`, and for a new password that is the former one
   */
  checkChange(former: string, password: string, username: string): void {
    this.check(password, username);
    if (password !== former) return;
    const message = {
      zh: '新密码不能与现在的密码相同。',
      en: 'The new password must differ from the present one.',
    };
    throw new DomainError('unfit', 'password-refused', message, [
      { code: 'password-same', pointer: '/password', message },
    ]);
  }

  /** A one-time password, or one that the profile calls too old. */
  mustChange({ mustChangePassword, passwordChangedAt }: User, now: Date): boolean {
    const { maximumAgeDays } = this.profile;
    const age = passwordChangedAt ? now.getTime() - passwordChangedAt.getTime() : 0;
    return mustChangePassword || (maximumAgeDays !== null && age > maximumAgeDays * 86_400_000);
  }
}
