import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import type { Covers } from '../../audit/history-lines.js';
import { witnessed } from '../../audit/rows/witnessed.js';
import { Clock } from '../../common/clock.js';
import { FormerPasswords } from '../credentials/former-passwords.js';
import { oneTimePassword } from '../credentials/one-time-password.js';
import { Passwords } from '../credentials/passwords.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { AccountNews } from './account-news.js';
import { checkPasswordStored } from './as-checked.js';
import { User } from './user.entity.js';
import type { UserWithHash } from './users.repository.js';
import { UsersService } from './users.service.js';

/** Passwords of accounts, from one to the next. */
@Injectable()
export class UserPasswordsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly former: FormerPasswords,
    private readonly sessions: SessionsRepository,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  /** @returns a one-time password, to be changed at the next sign-in; the old one, all sessions and all tokens end. */
  async reset(id: string, within = this.dataSource.manager): Promise<string> {
    const user = await this.users.find(id, within);
    const password = oneTimePassword();
    const passwordHash = await this.passwords.hash(password);
    await within.transaction(async (manager) => {
      await this.users.hold(id, manager);
      const covers = await this.set(manager, user, { passwordHash, mustChangePassword: true });
      await this.news.publish(manager, { kind: 'password-reset', userId: id });
      await this.record(manager, user, 'app_user.password-reset', covers);
    });
    return password;
  }

  /**
   * To what its owner has chosen; all sessions and all tokens end.
   * @param user with the password that was shown: of two changes at once the second would undo what the first was told
   * @returns whether it is changed; not if that password is no longer theirs
   */
  change(user: UserWithHash, password: string): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await this.users.hold(user.id, manager);
      const { id, passwordHash: shown } = user;
      if (shown === null || !(await manager.existsBy(User, { id, passwordHash: shown }))) return false;
      const passwordHash = await this.passwords.hash(password);
      const covers = await this.set(manager, user, { passwordHash, mustChangePassword: false });
      await this.record(manager, user, 'app_user.password-changed', covers);
      return true;
    });
  }

  private async set(
    manager: EntityManager,
    { id }: User,
    credentials: Pick<User, 'passwordHash' | 'mustChangePassword'>,
  ): Promise<Covers | null> {
    await this.former.remember(manager, id);
    const { covers } = await witnessed(manager, { app_user: [id] }, () =>
      manager.update(User, { id }, { ...credentials, passwordChangedAt: this.clock.now() }),
    );
    await checkPasswordStored(manager, id, credentials);
    await this.sessions.endAllOf(manager, id);
    return covers;
  }

  private record(
    manager: EntityManager,
    { id, departmentId }: User,
    action: string,
    covers: Covers | null,
  ): Promise<void> {
    return recordInAuditLog(manager, { action, subjectType: 'app_user', subjectId: id, departmentId, covers });
  }
}
