import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../common/clock.js';
import { type Page, pageOf, type PageQuery } from '../../common/http/page.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { findById, insertRow, updateVersioned } from '../../audit/versioned.js';
import { NotFoundError } from '../../domain/domain-error.js';
import { MAY_HAVE_DEPARTMENT, OF_A_DEPARTMENT } from '../../domain/roles.js';
import { ContactsService } from '../../organisation/contacts.service.js';
import { SectionsService } from '../../organisation/sections.service.js';
import type { CreateUserDto, UpdateUserDto } from './dto/user.dto.js';
import { AccountNews } from './account-news.js';
import { DeputiesService } from './deputies.service.js';
import { ofNoDepartment, usernameTaken, withoutDepartment } from './errors.js';
import { OidcProvider } from '../sign-in/oidc/oidc-provider.js';
import { oneTimePassword } from '../credentials/one-time-password.js';
import { Passwords } from '../credentials/passwords.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { User } from './user.entity.js';
import type { UserWithHash } from './users.repository.js';

export const WHAT = { zh: '用户', en: 'user' };

@Injectable()
export class UsersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsRepository,
    private readonly sections: SectionsService,
    private readonly contacts: ContactsService,
    private readonly deputies: DeputiesService,
    private readonly oidc: OidcProvider,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  async list({ limit, cursor }: PageQuery): Promise<Page<User>> {
    const where = cursor ? { id: MoreThan(cursor) } : {};
    return pageOf(await this.dataSource.manager.find(User, { where, order: { id: 'ASC' }, take: limit + 1 }), limit);
  }

  find(id: string, manager = this.dataSource.manager): Promise<User> {
    return findById(manager, User, id, WHAT);
  }

  /** @throws NotFoundError */
  async findByName(username: string): Promise<User> {
    const user = await this.dataSource.manager.findOneBy(User, { username });
    if (!user) throw new NotFoundError({ zh: `用户“${username}”`, en: `user “${username}”` });
    return user;
  }

  /** Both accounts, held until the transaction ends; in the order of their ids, or two at once could wait for each other. */
  async lockBoth(first: string, second: string, manager: EntityManager): Promise<[User, User]> {
    const where = { id: In([first, second]) };
    const users = await manager.find(User, { where, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
    const [a, b] = [first, second].map((id) => users.find((user) => user.id === id));
    if (!a || !b) throw new NotFoundError(WHAT);
    return [a, b];
  }

  hasAdministrators(manager: EntityManager): Promise<boolean> {
    return manager.existsBy(User, { role: 'security-administrator' });
  }

  /** @returns the account, and its one-time password, which is not kept anywhere. */
  async create(body: CreateUserDto, manager = this.dataSource.manager): Promise<{ user: User; password: string }> {
    await this.checkPlace(body, manager);
    if (await manager.existsBy(User, { username: body.username })) throw usernameTaken(body.username);
    const password = oneTimePassword();
    const now = this.clock.now();
    const user = await insertRow(manager, User, {
      ...body,
      id: uuid(),
      departmentId: body.departmentId ?? null,
      sectionIds: body.sectionIds ?? [],
      passwordHash: await this.passwords.hash(password),
      mustChangePassword: true,
      passwordChangedAt: now,
      createdAt: now,
    });
    return { user, password };
  }

  /** Disabling, or a change of role, place or identity, ends the user's sessions and tokens: what they may do is not what they could. */
  async update(id: string, version: number | null, changes: UpdateUserDto): Promise<User> {
    const before = await this.find(id);
    await this.checkPlace({ ...before, ...changes }, this.dataSource.manager);
    await this.deputies.check(before, changes);
    const changed = await this.dataSource.transaction(async (manager) => {
      const { disabled, role, departmentId, sectionIds, oidcSubject } = changes;
      if (disabled || role || departmentId !== undefined || sectionIds || oidcSubject !== undefined)
        await this.sessions.endAllOf(manager, id);
      const after = await updateVersioned(
        manager,
        User,
        { id, version },
        { ...changes, ...this.linkOf(changes) },
        WHAT,
      );
      if (after.role !== before.role)
        await this.news.publish(manager, { kind: 'role-changed', userId: id, role: after.role });
      return after;
    });
    if (changes.email !== undefined || changes.disabled !== undefined) await this.contacts.accountChanged(id);
    return changed;
  }

  /** What a change of identity changes besides: a password left behind would be a second way in. */
  private linkOf({ oidcSubject }: UpdateUserDto): Partial<UserWithHash> {
    if (oidcSubject === undefined) return {};
    if (oidcSubject === null) return { oidcIssuer: null };
    const { issuer } = this.oidc;
    return { oidcIssuer: issuer, passwordHash: null, mustChangePassword: false, passwordChangedAt: null };
  }

  /** @returns a one-time password; the old one, all sessions and all tokens end. */
  async resetPassword(id: string): Promise<string> {
    const user = await this.find(id);
    const password = oneTimePassword();
    await this.setPassword(user, password, 'app_user.password-reset');
    return password;
  }

  /** A reset password is to be changed at the next sign-in. */
  async setPassword(
    { id, departmentId }: User,
    password: string,
    action: 'app_user.password-reset' | 'app_user.password-changed',
  ): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    const mustChangePassword = action === 'app_user.password-reset';
    const credentials = { passwordHash, mustChangePassword, passwordChangedAt: this.clock.now() };
    await this.dataSource.transaction(async (manager) => {
      await manager.update(User, { id }, credentials);
      await this.sessions.endAllOf(manager, id);
      if (mustChangePassword) await this.news.publish(manager, { kind: 'password-reset', userId: id });
      await recordInAuditLog(manager, { action, subjectType: 'app_user', subjectId: id, departmentId });
    });
  }

  /** Heads and reporters belong to a department, sections to that department; the administrators to none. */
  private async checkPlace(
    { role, departmentId, sectionIds = [] }: Pick<CreateUserDto, 'role' | 'departmentId' | 'sectionIds'>,
    manager: EntityManager,
  ): Promise<void> {
    if (OF_A_DEPARTMENT.includes(role) && !departmentId) throw withoutDepartment();
    if (!MAY_HAVE_DEPARTMENT.includes(role) && departmentId) throw ofNoDepartment();
    if (departmentId) for (const sectionId of sectionIds) await this.sections.find(departmentId, sectionId, manager);
  }
}
