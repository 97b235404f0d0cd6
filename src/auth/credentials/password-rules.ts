import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../../config/configuration.js';
import { Department } from '../../organisation/department.entity.js';
import { passwordRefused, passwordSame } from './errors.js';
import { checkPassword, PASSWORD_PROFILES, type PasswordProfile } from './password-profile.js';
import type { UserSession } from '../sessions/user-session.entity.js';
import type { User } from '../users/user.entity.js';

export const ONE_TIME_DAYS = 7;

/** The password profile of this installation. */
@Injectable()
export class PasswordRules {
  readonly profile: PasswordProfile;

  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
  ) {
    this.profile = PASSWORD_PROFILES[configuration.PASSWORD_PROFILE];
  }

  /**
   * A one-time password is known to who made it, and one that is too old does not get younger by staying.
   * @throws DomainError `password-refused`
   */
  async checkChange(former: string, password: string, username: string): Promise<void> {
    const problems = checkPassword(password, username, this.profile, await this.localNames());
    if (problems.length > 0) throw passwordRefused(problems);
    if (password === former) throw passwordSame();
  }

  /** A one-time password lies about: on a slip of paper, in a message. One of somebody who never came is not left there. */
  isOneTimeOver({ mustChangePassword, passwordChangedAt, createdAt }: User, now: Date): boolean {
    const issued = passwordChangedAt ?? createdAt;
    return mustChangePassword && now.getTime() - issued.getTime() > ONE_TIME_DAYS * 86_400_000;
  }

  /** How the organisation is called: its departments, and its addresses in the network. */
  private async localNames(): Promise<string[]> {
    const departments = await this.dataSource.manager.find(Department, { select: { name: true } });
    const { hostname } = new URL(this.configuration.PUBLIC_URL);
    return [...departments.map(({ name }) => name), hostname, ...hostname.split('.')];
  }

  /** Whether one is demanded, and this session has shown none. Tokens were made in a session that had. */
  mustAddSecondFactor({ role }: User, session: Pick<UserSession, 'secondFactor'> | null): boolean {
    const isDemanded = this.configuration.SECOND_FACTOR === 'everybody' || this.profile.secondFactorFor.includes(role);
    return isDemanded && session !== null && session.secondFactor === null;
  }

  /** A one-time password, or one that the profile calls too old. */
  mustChange({ mustChangePassword, passwordChangedAt }: User, now: Date): boolean {
    const { maximumAgeDays } = this.profile;
    const age = passwordChangedAt ? now.getTime() - passwordChangedAt.getTime() : 0;
    return mustChangePassword || (maximumAgeDays !== null && age > maximumAgeDays * 86_400_000);
  }
}
