import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { recordInAuditLog } from '../../audit/audit-log.js';
import type { Actor } from '../../common/access/actor.js';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/configuration.js';
import { NotFoundError } from '../../domain/domain-error.js';
import { ADMINISTRATORS, type Role } from '../../domain/roles.js';
import { AccountNews } from '../users/account-news.js';
import type { CreateUserDto, UpdateUserDto } from '../users/dto/user.dto.js';
import { User } from '../users/user.entity.js';
import { SecondFactorsService } from '../second-factor/second-factors.service.js';
import { UsersService } from '../users/users.service.js';
import { secondPersonNeeded } from './errors.js';
import { PendingChange, type PendingKind } from './pending-change.entity.js';
import { PendingChangesRepository } from './pending-changes.repository.js';
import { type Asked, needsTwo } from './two-persons.js';

const KEPT_DAYS = 7;
const HOUR_MS = 3_600_000;

/** A change that waits, as the pages show it. */
export interface WaitingChange {
  readonly id: string;
  readonly kind: PendingKind;
  /** Whose account it is; null: a new one. */
  readonly userId: string | null;
  readonly name: string;
  /** Which role the account is to have; null: the one that it has. */
  readonly role: Role | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** From when on whoever asked may do it alone; null: somebody else has to approve. */
  readonly effectiveAt: Date | null;
  readonly expiresAt: Date;
  readonly mayApprove: boolean;
}

/** What became of a request; `password` is a one-time password, shown this once. */
export interface AccountOutcome {
  readonly user: User | null;
  readonly password: string | null;
  /** Not done yet: it waits for a second person. */
  readonly waiting: WaitingChange | null;
}

/** An account that is there, as whoever asks has seen it. */
interface SeenAccount {
  readonly user: User;
  readonly version: number | null;
}

/** The rule of two persons (双人复核): what one security administrator may not do alone waits for another, or for a day. */
@Injectable()
export class PendingChangesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: PendingChangesRepository,
    private readonly users: UsersService,
    private readonly factors: SecondFactorsService,
    private readonly news: AccountNews,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, payload: CreateUserDto): Promise<AccountOutcome> {
    return this.doOrAsk(actor, { kind: 'account', payload }, null);
  }

  async change(actor: Actor, id: string, version: number | null, payload: UpdateUserDto): Promise<AccountOutcome> {
    const user = await this.users.find(id);
    return this.doOrAsk(actor, { kind: 'change', role: user.role, payload }, { user, version });
  }

  async resetPassword(actor: Actor, id: string): Promise<AccountOutcome> {
    const user = await this.users.find(id);
    return this.doOrAsk(actor, { kind: 'password-reset', role: user.role, payload: {} }, { user, version: null });
  }

  async resetSecondFactor(actor: Actor, id: string): Promise<AccountOutcome> {
    const user = await this.users.find(id);
    return this.doOrAsk(actor, { kind: 'second-factor-reset', role: user.role, payload: {} }, { user, version: null });
  }

  /** The administrators watch each other and see all; everybody else what concerns their own account. */
  async list({ userId, role }: Actor): Promise<WaitingChange[]> {
    const seesAll = ADMINISTRATORS.includes(role);
    const now = this.clock.now();
    const pending = await this.changes.list(this.dataSource.manager, now, seesAll ? null : userId);
    return pending.map((one) => ({
      ...this.shown(one, one.askedBy?.displayName ?? ''),
      mayApprove: role === 'security-administrator' && mayApprove(one, userId, now),
    }));
  }

  /**
   * Does what waits: another security administrator at once, whoever asked for it when its time has come.
   * @throws NotFoundError, DomainError `second-person-needed`, and what the change itself throws
   */
  approve({ userId }: Actor, id: string): Promise<AccountOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const pending = await this.held(manager, id);
      if (!mayApprove(pending, userId, this.clock.now())) throw secondPersonNeeded(pending.effectiveAt !== null);
      const outcome = await this.carryOut(pending);
      await this.settle(manager, pending, 'approved');
      return outcome;
    });
  }

  /** By whoever asked, or by another security administrator who does not agree. */
  withdraw(id: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await this.settle(manager, await this.held(manager, id), 'withdrawn');
    });
  }

  private async doOrAsk(actor: Actor, asked: Asked, seen: SeenAccount | null): Promise<AccountOutcome> {
    const { manager } = this.dataSource;
    const waits = needsTwo(asked) && (await this.changes.isSetUp(manager));
    const { kind, payload } = asked;
    const [userId, seenVersion] = [seen?.user.id ?? null, seen?.version ?? null];
    if (!waits) return this.carryOut({ kind, payload, userId, seenVersion });
    const now = this.clock.now();
    const others = await this.changes.hasOthers(manager, [actor.userId, userId]);
    const delay = this.configuration.TWO_PERSON_HOURS * HOUR_MS;
    const effectiveAt = others ? null : new Date(now.getTime() + delay);
    const expiresAt = new Date((effectiveAt ?? now).getTime() + KEPT_DAYS * 24 * HOUR_MS);
    const times = { askedAt: now, effectiveAt, expiresAt };
    const pending: PendingChange = {
      id: uuid(),
      kind,
      payload,
      userId,
      seenVersion,
      askedById: actor.userId,
      ...times,
    };
    await this.dataSource.transaction((within) => this.ask(within, { ...pending, user: seen?.user ?? null }));
    const asker = await this.users.find(actor.userId);
    const waiting = this.shown({ ...pending, user: seen?.user ?? null }, asker.displayName);
    return { user: seen?.user ?? null, password: null, waiting };
  }

  private async ask(manager: EntityManager, { user, ...pending }: PendingChange): Promise<void> {
    await this.changes.replace(manager, pending);
    const role = (pending.payload as Partial<User>).role ?? null;
    const name = this.changes.nameOf({ ...pending, user });
    const { kind: what, effectiveAt, userId } = pending;
    const told = await this.changes.concerned(manager, (role ?? user?.role) === 'performance-office');
    for (const reader of new Set([...(userId === null ? [] : [userId]), ...told]))
      await this.news.publish(manager, { kind: 'change-asked', userId: reader, what, name, role, effectiveAt });
    await this.record(manager, pending, 'asked');
  }

  private async carryOut(
    pending: Pick<PendingChange, 'kind' | 'payload' | 'userId' | 'seenVersion'>,
  ): Promise<AccountOutcome> {
    const { kind, payload, userId, seenVersion } = pending;
    if (kind === 'account' || userId === null)
      return { ...(await this.users.create(payload as CreateUserDto)), waiting: null };
    if (kind === 'password-reset') {
      const password = await this.users.resetPassword(userId);
      return { user: await this.users.find(userId), password, waiting: null };
    }
    if (kind === 'second-factor-reset') {
      await this.factors.endAll(userId);
      return { user: await this.users.find(userId), password: null, waiting: null };
    }
    const user = await this.users.update(userId, seenVersion, payload);
    return { user, password: null, waiting: null };
  }

  private async held(manager: EntityManager, id: string): Promise<PendingChange> {
    const pending = await this.changes.find(manager, id, this.clock.now());
    if (!pending) throw new NotFoundError({ zh: '待复核的变更', en: 'pending change' });
    return pending;
  }

  private async settle(manager: EntityManager, pending: PendingChange, how: 'approved' | 'withdrawn'): Promise<void> {
    await manager.delete(PendingChange, { id: pending.id });
    await this.record(manager, pending, how);
  }

  private record(manager: EntityManager, { id, kind, userId, payload }: PendingChange, how: string): Promise<void> {
    return recordInAuditLog(manager, {
      action: `pending_change.${how}`,
      subjectType: 'pending_change',
      subjectId: id,
      after: { kind, userId, ...payload },
    });
  }

  private shown(pending: PendingChange, askedBy: string): WaitingChange {
    const { id, kind, userId, payload, askedAt, effectiveAt, expiresAt } = pending;
    const role = (payload as Partial<User>).role ?? null;
    const name = this.changes.nameOf(pending);
    return { id, kind, userId, name, role, askedBy, askedAt, effectiveAt, expiresAt, mayApprove: false };
  }
}

function mayApprove({ askedById, userId, effectiveAt }: PendingChange, actorId: string, now: Date): boolean {
  if (actorId === userId) return false;
  return actorId !== askedById || (effectiveAt !== null && effectiveAt <= now);
}
