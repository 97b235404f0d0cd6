import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { User } from './user.entity.js';

export type UserWithHash = User & { readonly passwordHash: string | null };

@Injectable()
export class UsersRepository {
  findForSignIn(manager: EntityManager, username: string): Promise<UserWithHash | null> {
    return manager
      .createQueryBuilder(User, 'user')
      .addSelect('user.passwordHash')
      .where('user.username = :username', { username: username.toLowerCase() })
      .getOne();
  }

  /** Counts a failure; locks when it was one too many. */
  async recordFailure(manager: EntityManager, id: string, attempts: number, until: Date): Promise<void> {
    await manager.query(
      `UPDATE app_user SET failed_attempts = failed_attempts + 1,
         locked_until = CASE WHEN failed_attempts + 1 >= $2 THEN $3::timestamptz ELSE locked_until END
       WHERE id = $1`,
      [id, attempts, until],
    );
  }

  async recordSuccess(manager: EntityManager, id: string): Promise<void> {
    await manager.update(User, { id }, { failedAttempts: 0, lockedUntil: null });
  }

  /** A department with everything below it. */
  async departmentTree(manager: EntityManager, departmentId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `WITH RECURSIVE tree AS (
         SELECT id FROM department WHERE id = $1
         UNION SELECT d.id FROM department d JOIN tree ON d.parent_id = tree.id
       ) SELECT id FROM tree`,
      [departmentId],
    );
    return rows.map(({ id }) => id);
  }
}
