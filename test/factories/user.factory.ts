import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { proveAccounts } from '../../src/audit/rows/proven-rows.js';
import { User } from '../../src/auth/users/user.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import type { Role } from '../../src/domain/roles.js';
import { TokenFactory } from './token.factory.js';

type Values = Pick<User, 'id' | 'username' | 'displayName' | 'role' | 'departmentId' | 'sectionIds' | 'createdAt'> &
  Partial<Pick<User, 'email' | 'passwordHash' | 'deputyId' | 'awayFrom' | 'awayUntil'>>;

/** An account without a password, and a token that acts as it. */
export class UserFactory {
  private constructor(private readonly values: Values) {}

  static as(role: Role): UserFactory {
    const id = uuid();
    const username = `user.${id}`;
    const createdAt = new Date('2026-01-01T00:00:00Z');
    return new UserFactory({
      id,
      username,
      displayName: username,
      role,
      departmentId: null,
      sectionIds: [],
      createdAt,
    });
  }

  named(displayName: string): UserFactory {
    return new UserFactory({ ...this.values, displayName });
  }

  of({ id: departmentId }: Department): UserFactory {
    return new UserFactory({ ...this.values, departmentId });
  }

  reportingFor(...sections: readonly Section[]): UserFactory {
    return new UserFactory({ ...this.values, sectionIds: sections.map(({ id }) => id) });
  }

  signingInWith(passwordHash: string): UserFactory {
    return new UserFactory({ ...this.values, passwordHash });
  }

  at(email: string): UserFactory {
    return new UserFactory({ ...this.values, email });
  }

  awayWith({ id: deputyId }: User, awayFrom: string, awayUntil: string): UserFactory {
    return new UserFactory({ ...this.values, deputyId, awayFrom, awayUntil });
  }

  async insert(manager: EntityManager): Promise<{ user: User; token: string }> {
    const { id } = this.values;
    await manager.insert(User, this.values);
    await proveAccounts(manager, [id]);
    const { token } = await TokenFactory.of({ id }).insert(manager);
    return { user: await manager.findOneByOrFail(User, { id }), token };
  }
}

/** As the program would change it: it still is proven. */
export async function changeAccount(
  manager: EntityManager,
  id: string,
  changes: QueryDeepPartialEntity<User>,
): Promise<void> {
  await manager.update(User, { id }, changes);
  await proveAccounts(manager, [id]);
}
