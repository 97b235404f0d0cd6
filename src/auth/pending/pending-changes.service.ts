import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/access/actor.js';
import { Clock } from '../../common/clock.js';
import { NotFoundError } from '../../domain/domain-error.js';
import { ADMINISTRATORS } from '../../domain/roles.js';
import { UsersService } from '../users/users.service.js';
import { AccountActs } from './account-acts.js';
import type { AccountOutcome } from './asked-changes.service.js';
import { ChangeDetails } from './change-details.js';
import { changeAltered, ownersMayNot, secondPersonNeeded } from './errors.js';
import { PendingChange } from './pending-change.entity.js';
import { PendingChangesRepository } from './pending-changes.repository.js';
import { mayApprove, type WaitingChange, waitingChange } from './waiting-change.js';

/** What waits for a second person: another security administrator decides, or a day passes. */
@Injectable()
export class PendingChangesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: PendingChangesRepository,
    private readonly users: UsersService,
    private readonly details: ChangeDetails,
    private readonly acts: AccountActs,
    private readonly clock: Clock,
  ) {}

  /** The administrators watch each other and see all; everybody else what concerns their own account. */
  async list({ userId, role }: Actor): Promise<WaitingChange[]> {
    const seesAll = ADMINISTRATORS.includes(role);
    const now = this.clock.now();
    const { manager } = this.dataSource;
    const pending = await this.changes.list(manager, now, seesAll ? null : userId);
    const details = await this.details.of(manager, pending);
    return pending.map((one, index) => {
      const may = role === 'security-administrator' && mayApprove(one, userId, now);
      return waitingChange(one, details[index] ?? [], may);
    });
  }

  /**
   * Does what waits: another security administrator at once, whoever asked for it when its time has come.
   * @throws NotFoundError, DomainError `change-altered`, `second-person-needed`, `own-account`, and what the change itself throws
   */
  async approve({ userId }: Actor, id: string): Promise<AccountOutcome> {
    const { pending, done } = await this.dataSource.transaction(async (manager) => {
      const held = await this.held(manager, id);
      if (!(await this.changes.stands(manager, held))) throw changeAltered();
      if (held.userId === userId) throw ownersMayNot();
      if (!mayApprove(held, userId, this.clock.now())) throw secondPersonNeeded(held.effectiveAt !== null);
      const outcome = await this.acts.do(manager, held);
      await this.settle(manager, held, 'approved');
      return { pending: held, done: outcome };
    });
    await this.acts.tell(pending);
    return { ...done, waiting: null };
  }

  /** By whoever asked, or by another security administrator who does not agree. */
  withdraw(id: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await this.settle(manager, await this.held(manager, id), 'withdrawn');
    });
  }

  /** The account first and then what is asked for it, as whoever asks does: in another order the two would wait for each other. */
  private async held(manager: EntityManager, id: string): Promise<PendingChange> {
    const userId = await this.changes.accountOf(manager, id);
    if (userId) await this.users.hold(userId, manager);
    const pending = await this.changes.hold(manager, id, this.clock.now());
    if (!pending) throw new NotFoundError({ zh: '待复核的变更', en: 'pending change' });
    return pending;
  }

  private async settle(manager: EntityManager, pending: PendingChange, how: 'approved' | 'withdrawn'): Promise<void> {
    await manager.delete(PendingChange, { id: pending.id });
    await this.changes.record(manager, pending, how);
  }
}
