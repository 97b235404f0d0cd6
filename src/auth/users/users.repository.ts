import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { linkedIdentity, REHASHED, strayedProofs } from '../../audit/account-proofs.js';
import { sealingOf } from '../../audit/audit-key.js';
import { isProven } from '../../audit/rows/proven-rows.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import type { Role } from '../../domain/roles.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import { User } from './user.entity.js';

export type UserWithHash = User & { readonly passwordHash: string | null };

@Injectable()
export class UsersRepository {
  findForSignIn(manager: EntityManager, username: string): Promise<UserWithHash | null> {
    return manager
      .createQueryBuilder(User, 'user')
      .addSelect(['user.passwordHash', 'user.proof'])
      .where('user.username = :username', { username: username.toLowerCase() })
      .getOne();
  }

  /** Whether the password is another than the log vouches for: put there by SQL, it is nobody's. */
  async isPasswordPut(manager: EntityManager, id: string): Promise<boolean> {
    const strayed = await strayedProofs(manager, sealingOf(manager.dataSource).key, 'app_user', id);
    return strayed.some(({ columns }) => columns === 'password_hash');
  }

  /** Whether the identity is another than the one that was linked last: put there by SQL, it is nobody's. */
  async isIdentityPut(manager: EntityManager, { id, oidcIssuer, oidcSubject }: User): Promise<boolean> {
    const linked = await linkedIdentity(manager, id);
    return linked !== null && (linked.issuer !== oidcIssuer || linked.subject !== oidcSubject);
  }

  /**
   * The same password, hashed anew; not where it has been changed meanwhile. The audit log vouches for the hash only where it
   * did for the former one: whoever had put that there would be helped.
   */
  rehash(within: EntityManager, id: string, former: string, passwordHash: string): Promise<void> {
    return within.transaction(async (manager) => {
      const isPut = await this.isPasswordPut(manager, id);
      const { affected } = await manager.update(User, { id, passwordHash: former }, { passwordHash });
      if (affected === 0 || isPut) return;
      await recordInAuditLog(manager, { action: REHASHED, subjectType: 'app_user', subjectId: id });
    });
  }

  findByIdentity(manager: EntityManager, oidcIssuer: string, oidcSubject: string): Promise<User | null> {
    return manager.createQueryBuilder(User, 'user').addSelect('user.proof').where({ oidcIssuer, oidcSubject }).getOne();
  }

  /** The user in whose place somebody stands on that day, as the program has said; both belong to the same department. */
  async absentHead(
    manager: EntityManager,
    deputyId: string,
    roles: readonly Role[],
    date: LocalDate,
  ): Promise<User | null> {
    const absent = await manager
      .createQueryBuilder(User, 'user')
      .addSelect('user.proof')
      .innerJoin('user.deputy', 'deputy', 'deputy.departmentId = user.departmentId AND NOT deputy.disabled')
      .where('user.deputyId = :deputyId AND user.role IN (:...roles) AND NOT user.disabled', { deputyId, roles })
      .andWhere(':date BETWEEN user.awayFrom AND user.awayUntil', { date })
      .orderBy('user.id')
      .getMany();
    return absent.find((user) => isProven(manager, 'app_user', user)) ?? null;
  }

  /** Whoever had the first as a deputy has the second from now on; nobody is their own. @returns whose deputy it was. */
  async replaceDeputy(manager: EntityManager, formerId: string, successorId: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await manager.query(
      `UPDATE app_user SET deputy_id = nullif($2::uuid, id), version = version + 1 WHERE deputy_id = $1 RETURNING id`,
      [formerId, successorId],
    );
    return rows.map(({ id }) => id);
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
