import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import { passwordExpired } from './errors.js';
import { PasswordRules } from '../credentials/password-rules.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { ENTERERS, type Role } from '../../domain/roles.js';

/** Turns an account into what it may do. The one place where scopes are made. */
@Injectable()
export class Actors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: UsersRepository,
    private readonly rules: PasswordRules,
    private readonly today: Today,
  ) {}

  /** @throws DomainError `password-expired` unless the route is there for changing it. */
  async of(user: User, beforePasswordChange: boolean): Promise<Actor> {
    if (!beforePasswordChange && this.rules.mustChange(user, this.today.now())) throw passwordExpired();
    const { id, username, role, departmentId, sectionIds } = user;
    const { manager } = this.dataSource;
    const departments = departmentId === null ? 'all' : await this.users.departmentTree(manager, departmentId);
    const sections = role === 'reporter' ? sectionIds : null;
    return { userId: id, name: username, role, scope: { departments }, sections, onBehalfOf: null };
  }

  /** The same person in the place of an absent user of one of these roles; null when they stand in for nobody. */
  async asDeputy(actor: Actor, roles: readonly Role[]): Promise<Actor | null> {
    if (!ENTERERS.includes(actor.role)) return null;
    const absent = await this.users.absentHead(this.dataSource.manager, actor.userId, roles, this.today.date());
    return absent && { ...actor, role: absent.role, sections: null, onBehalfOf: absent.username };
  }
}
