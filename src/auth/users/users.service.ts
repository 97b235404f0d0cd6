import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../common/clock.js';
import { type Page, pageOf, type PageQuery } from '../../common/http/page.js';
import { findById, insertRow } from '../../audit/versioned.js';
import { NotFoundError } from '../../domain/domain-error.js';
import type { CreateUserDto } from './dto/user.dto.js';
import { checkPasswordStored } from './as-checked.js';
import { usernameTaken } from './errors.js';
import { oneTimePassword } from '../credentials/one-time-password.js';
import { Passwords } from '../credentials/passwords.js';
import { UserPlaces } from './user-places.js';
import { User } from './user.entity.js';

export const WHAT = { zh: '用户', en: 'user' };

/** Who has an account. */
@Injectable()
export class UsersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly places: UserPlaces,
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

  /** Held until the transaction ends: whatever else is held with it comes after it. @throws NotFoundError */
  async hold(id: string, manager: EntityManager): Promise<User> {
    const user = await manager.findOne(User, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!user) throw new NotFoundError(WHAT);
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
    await this.places.check(body, manager);
    if (await manager.existsBy(User, { username: body.username })) throw usernameTaken(body.username);
    const password = oneTimePassword();
    const now = this.clock.now();
    const passwordHash = await this.passwords.hash(password);
    const user = await insertRow(manager, User, {
      ...body,
      id: uuid(),
      departmentId: body.departmentId ?? null,
      sectionIds: body.sectionIds ?? [],
      passwordHash,
      mustChangePassword: true,
      passwordChangedAt: now,
      createdAt: now,
    });
    await checkPasswordStored(manager, user.id, { passwordHash });
    return { user, password };
  }
}
