import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { updateVersioned } from '../../audit/versioned.js';
import { ContactsService } from '../../organisation/contacts.service.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { FormerPasswords } from '../credentials/former-passwords.js';
import { OidcProvider } from '../sign-in/oidc/oidc-provider.js';
import { AccountNews } from './account-news.js';
import { DeputiesService } from './deputies.service.js';
import type { UpdateUserDto } from './dto/user.dto.js';
import { UserPlaces } from './user-places.js';
import { User } from './user.entity.js';
import type { UserWithHash } from './users.repository.js';
import { UsersService, WHAT } from './users.service.js';

/** What an account is, and may do, from now on. */
@Injectable()
export class UserChangesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: UsersService,
    private readonly places: UserPlaces,
    private readonly deputies: DeputiesService,
    private readonly sessions: SessionsRepository,
    private readonly contacts: ContactsService,
    private readonly oidc: OidcProvider,
    private readonly former: FormerPasswords,
    private readonly news: AccountNews,
  ) {}

  /** @throws NotFoundError, ConflictError, DomainError `role-place`, `absence-invalid`, `deputy-unfit` */
  async update(id: string, version: number | null, changes: UpdateUserDto): Promise<User> {
    const changed = await this.dataSource.transaction((manager) => this.updateIn(manager, id, version, changes));
    await this.tell(id, changes);
    return changed;
  }

  /**
   * In the caller's transaction, after which `tell` is due. Disabling, or a change of role, place or identity, ends the
   * user's sessions and tokens: what they may do is not what they could.
   */
  async updateIn(manager: EntityManager, id: string, version: number | null, changes: UpdateUserDto): Promise<User> {
    const before = await this.users.find(id, manager);
    await this.places.check({ ...before, ...changes }, manager);
    await this.deputies.check(before, changes);
    const { disabled, role, departmentId, sectionIds, oidcSubject } = changes;
    if (disabled || role || departmentId !== undefined || sectionIds || oidcSubject !== undefined)
      await this.sessions.endAllOf(manager, id);
    if (oidcSubject) await this.former.remember(manager, id);
    const set = { ...changes, ...this.linkOf(changes) };
    const after = await updateVersioned(manager, User, { id, version }, set, WHAT);
    if (after.role !== before.role)
      await this.news.publish(manager, { kind: 'role-changed', userId: id, role: after.role });
    if (after.email !== before.email) await this.tellBoth(manager, before, after);
    const [formerName, name] = [before.displayName, after.displayName];
    if (name !== formerName) await this.news.publish(manager, { kind: 'name-changed', userId: id, formerName, name });
    return after;
  }

  /** At the former address too: whoever leads mails elsewhere would otherwise be the only one who reads of it. */
  private async tellBoth(manager: EntityManager, { id, email: formerly }: User, { email }: User): Promise<void> {
    const news = { kind: 'address-changed', userId: id, email } as const;
    if (formerly !== null) await this.news.publish(manager, { ...news, formerly });
    if (email !== null) await this.news.publish(manager, news);
  }

  /** Once it is committed: its contacts may be reached elsewhere, or nowhere. */
  async tell(id: string, { email, disabled }: UpdateUserDto): Promise<void> {
    if (email !== undefined || disabled !== undefined) await this.contacts.accountChanged(id);
  }

  /** What a change of identity changes besides: a password left behind would be a second way in. */
  private linkOf({ oidcSubject }: UpdateUserDto): Partial<UserWithHash> {
    if (oidcSubject === undefined) return {};
    if (oidcSubject === null) return { oidcIssuer: null };
    const { issuer } = this.oidc;
    return { oidcIssuer: issuer, passwordHash: null, mustChangePassword: false, passwordChangedAt: null };
  }
}
