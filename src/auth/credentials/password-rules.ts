import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../../config/configuration.js';
import { Contact } from '../../organisation/contact.entity.js';
import { Department } from '../../organisation/department.entity.js';
import { Section } from '../../organisation/section.entity.js';
import { passwordHandedOut, passwordRefused, passwordUsed } from './errors.js';
import { FormerPasswords, REMEMBERED } from './former-passwords.js';
import { isHandedOut } from './one-time-password.js';
import { checkPassword, PASSWORD_PROFILES, type PasswordProfile } from './password-profile.js';
import { bare, partsOfName } from './password-words.js';
import type { UserSession } from '../sessions/user-session.entity.js';
import { User } from '../users/user.entity.js';

export const ONE_TIME_DAYS = 7;

/** The password profile of this installation. */
@Injectable()
export class PasswordRules {
  readonly profile: PasswordProfile;

  constructor(
    private readonly dataSource: DataSource,
    private readonly former: FormerPasswords,
    private readonly configuration: Configuration,
  ) {
    this.profile = PASSWORD_PROFILES[configuration.PASSWORD_PROFILE];
  }

  /**
   * A one-time password is known to who made it, and one that is too old does not get younger by staying: however dressed.
   * @param current which was shown just now, and is the only one that can be read
   * @throws DomainError `password-refused`
   */
  async checkChange(password: string, user: User, current: string): Promise<void> {
    const words = { own: ownWords(user), local: await this.localNames() };
    const problems = checkPassword(password, this.profile, words);
    if (problems.length > 0) throw passwordRefused(problems);
    const [given, present] = [bare(password), bare(current)];
    if (isHandedOut(password) || (user.mustChangePassword && given.includes(present))) throw passwordHandedOut();
    if (given === present) throw passwordUsed(REMEMBERED);
    if (await this.former.has(user, password)) throw passwordUsed(REMEMBERED);
  }

  /** A one-time password lies about: on a slip of paper, in a message. One of somebody who never came is not left there. */
  isOneTimeOver({ mustChangePassword, passwordChangedAt, createdAt }: User, now: Date): boolean {
    const issued = passwordChangedAt ?? createdAt;
    return mustChangePassword && now.getTime() - issued.getTime() > ONE_TIME_DAYS * 86_400_000;
  }

  /**
   * How the organisation is called: its departments and sections, the place, and its addresses in the network; and what
   * everybody there knows of the others: their names, how they sign in, their telephones.
   */
  private async localNames(): Promise<string[]> {
    const departments = await this.dataSource.manager.find(Department, { select: { name: true } });
    const { hostname } = new URL(this.configuration.PUBLIC_URL);
    const sections = await this.dataSource.manager.find(Section, { select: { name: true } });
    const names = [...departments, ...sections].flatMap(({ name }) => partsOfName(name));
    return [...names, ...(await this.ofPeople()), hostname, ...hostname.split('.')];
  }

  private async ofPeople(): Promise<string[]> {
    const { manager } = this.dataSource;
    const users = await manager.find(User, { select: { username: true, displayName: true } });
    const contacts = await manager.find(Contact, { select: { name: true, phone: true } });
    return [
      ...users.flatMap(({ username, displayName }) => [username, displayName, ...username.split(/[._-]+/)]),
      ...contacts.flatMap(({ name, phone }) => [name, phone ?? '']),
    ];
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

/** What whoever knows the person tries: all of what they are called, and the parts of it. */
function ownWords({ username, displayName, email }: User): string[] {
  const [mailbox = ''] = email?.split('@') ?? [];
  return [
    username,
    displayName,
    mailbox,
    ...[username, displayName, mailbox].flatMap((name) => name.split(/[\s._·-]+/)),
  ];
}
