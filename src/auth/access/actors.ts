import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AccessRule } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import { secondFactorMissing } from '../second-factor/errors.js';
import { passwordExpired } from './errors.js';
import type { Identified } from './identity.js';
import { PasswordRules } from '../credentials/password-rules.js';
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

  /** @throws DomainError `password-expired`, `second-factor-missing` unless the route is there for changing that. */
  async of({ user, session }: Identified, { beforePasswordChange, beforeSecondFactor }: AccessRule): Promise<Actor> {
    if (!beforePasswordChange) {
      if (this.rules.mustChange(user, this.today.now())) throw passwordExpired();
      if (!beforeSecondFactor && this.rules.mustAddSecondFactor(user, session)) throw secondFactorMissing();
    }
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
