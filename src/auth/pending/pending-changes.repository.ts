import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { AuditEvent } from '../../audit/audit-event.entity.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { alteredAccounts, isProven, proofOf } from '../../audit/rows/proven-rows.js';
import { ADMINISTRATORS, POWERFUL } from '../../domain/roles.js';
import { PendingChange, type PendingKind } from './pending-change.entity.js';

/** Ways in which it ends, as lines of the log. */
const SETTLED = ['pending_change.approved', 'pending_change.withdrawn'];

const IS_SET_UP = `
  SELECT 1 FROM app_user WHERE role = 'performance-office' AND (password_changed_at > created_at OR oidc_subject IS NOT NULL)
  UNION ALL
  SELECT 1 FROM audit_event chosen WHERE chosen.action = 'app_user.password-changed' AND EXISTS (
    SELECT FROM audit_event said WHERE said.subject_type = 'app_user' AND said.subject_id = chosen.subject_id
      AND said.after ->> 'role' = 'performance-office')
  LIMIT 1`;

@Injectable()
export class PendingChangesRepository {
  /**
   * Whether the office has begun to work here, and there is something to guard: from then on passwords that only one
   * person has known are no way in. A one-time password that was never changed is none. So it is where the log says that it
   * ever was, and where any account was altered by SQL: rows that were, must not switch off the rule.
   */
  async isSetUp(manager: EntityManager): Promise<boolean> {
    const rows: unknown[] = await manager.query(IS_SET_UP);
    return rows.length > 0 || (await this.areAltered(manager, null));
  }

  /** Whether any of these accounts, or of all there are, is not as the program left it. */
  async areAltered(manager: EntityManager, ids: readonly string[] | null): Promise<boolean> {
    return (await alteredAccounts(manager, ids)).length > 0;
  }

  /** Whether any other security administrator can come in and approve; where accounts were altered by SQL, one could. */
  async hasOthers(manager: EntityManager, besides: readonly (string | null)[]): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM app_user WHERE role = 'security-administrator' AND NOT disabled AND NOT id = ANY ($1)
         AND ((password_changed_at IS NOT NULL AND NOT must_change_password) OR oidc_subject IS NOT NULL) LIMIT 1`,
      [besides.filter(Boolean)],
    );
    return rows.length > 0 || (await this.areAltered(manager, null));
  }

  /** Whoever should hear of it: the administrators of every kind, of a new office the offices that are there. */
  async concerned(manager: EntityManager, withOffice: boolean): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      'SELECT id FROM app_user WHERE NOT disabled AND role = ANY ($1) ORDER BY id',
      [withOffice ? POWERFUL : ADMINISTRATORS],
    );
    return rows.map(({ id }) => id);
  }

  /** Whose account it is; undefined: there is no such change. */
  async accountOf(manager: EntityManager, id: string): Promise<string | null | undefined> {
    return (await manager.findOneBy(PendingChange, { id }))?.userId;
  }

  list(manager: EntityManager, at: Date, userId: string | null): Promise<PendingChange[]> {
    const query = manager
      .createQueryBuilder(PendingChange, 'pending')
      .leftJoinAndSelect('pending.user', 'user')
      .innerJoinAndSelect('pending.askedBy', 'asker')
      .where('pending.expiresAt > :at', { at })
      .orderBy('pending.askedAt');
    return (userId === null ? query : query.andWhere('pending.userId = :userId', { userId })).getMany();
  }

  /** Held until the transaction ends, after its account: two approve it once. */
  hold(manager: EntityManager, id: string, at: Date): Promise<PendingChange | null> {
    return manager
      .createQueryBuilder(PendingChange, 'pending')
      .where('pending.id = :id AND pending.expiresAt > :at', { id, at })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** Another request of the same person for the same takes the place of the one before. */
  async replace(manager: EntityManager, pending: PendingChange): Promise<void> {
    const { userId, kind } = pending;
    if (userId !== null) await manager.delete(PendingChange, { userId, kind });
    await manager.insert(PendingChange, { ...pending, proof: proofOf(manager, 'pending_change', pending) });
  }

  /** Whether it was asked for so, by the program, and is not settled: what was withdrawn, and put back by SQL, is. */
  async stands(manager: EntityManager, pending: PendingChange): Promise<boolean> {
    if (!isProven(manager, 'pending_change', pending)) return false;
    const about = { subjectType: 'pending_change', subjectId: pending.id };
    return !(await manager.existsBy(AuditEvent, { ...about, action: In(SETTLED) }));
  }

  /** What waits already, with whoever asked. */
  findAsked(manager: EntityManager, userId: string, kind: PendingKind, at: Date): Promise<PendingChange | null> {
    const where = { userId, kind, expiresAt: MoreThan(at) };
    return manager.findOne(PendingChange, { where, relations: { askedBy: true } });
  }

  record(manager: EntityManager, { id, kind, userId, payload }: PendingChange, how: string): Promise<void> {
    return recordInAuditLog(manager, {
      action: `pending_change.${how}`,
      subjectType: 'pending_change',
      subjectId: id,
      after: { kind, userId, ...payload },
    });
  }
}
