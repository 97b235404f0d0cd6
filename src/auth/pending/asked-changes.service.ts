import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../common/access/actor.js';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/configuration.js';
import { AccountNews } from '../users/account-news.js';
import type { CreateUserDto, UpdateUserDto } from '../users/dto/user.dto.js';
import { User } from '../users/user.entity.js';
import { UsersService } from '../users/users.service.js';
import { AccountActs } from './account-acts.js';
import { changeWaits } from './errors.js';
import type { PendingChange } from './pending-change.entity.js';
import { PendingChangesRepository } from './pending-changes.repository.js';
import { type Asked, needsTwo } from './two-persons.js';
import { nameOf, type WaitingChange, waitingChange } from './waiting-change.js';

const KEPT_DAYS = 7;
const HOUR_MS = 3_600_000;

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

/** What security administrators ask for: done at once, or left to wait for a second person (双人复核). */
@Injectable()
export class AskedChangesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: PendingChangesRepository,
    private readonly users: UsersService,
    private readonly acts: AccountActs,
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

  async reset(actor: Actor, kind: 'password-reset' | 'second-factor-reset', id: string): Promise<AccountOutcome> {
    const user = await this.users.find(id);
    return this.doOrAsk(actor, { kind, role: user.role, payload: {} }, { user, version: null });
  }

  private async doOrAsk(actor: Actor, asked: Asked, seen: SeenAccount | null): Promise<AccountOutcome> {
    const waits = needsTwo(asked) && (await this.changes.isSetUp(this.dataSource.manager));
    const { kind, payload } = asked;
    const act = { kind, payload, userId: seen?.user.id ?? null, seenVersion: seen?.version ?? null };
    if (waits) {
      const waiting = await this.dataSource.transaction((manager) => this.ask(manager, actor, act, seen?.user ?? null));
      return { user: seen?.user ?? null, password: null, waiting };
    }
    const done = await this.dataSource.transaction((manager) => this.acts.do(manager, act));
    await this.acts.tell(act);
    return { ...done, waiting: null };
  }

  /** @throws DomainError `change-waits`: somebody else has asked for something of the kind */
  private async ask(
    manager: EntityManager,
    { userId: askedById }: Actor,
    act: Pick<PendingChange, 'kind' | 'payload' | 'userId' | 'seenVersion'>,
    user: User | null,
  ): Promise<WaitingChange> {
    const { kind, payload, userId } = act;
    if (userId !== null) {
      const former = await this.changes.findAsked(manager, userId, kind, this.clock.now());
      if (former && former.askedById !== askedById) throw changeWaits(former.askedBy?.displayName ?? '');
    }
    const pending: PendingChange = { id: uuid(), ...act, askedById, ...(await this.times(manager, askedById, userId)) };
    await this.changes.replace(manager, pending);
    const { role = null, disabled = false } = payload as Partial<User>;
    const news = { what: kind, name: nameOf({ ...pending, user }), role, disables: disabled } as const;
    const told = await this.changes.concerned(manager, (role ?? user?.role) === 'performance-office');
    for (const reader of new Set([...(userId === null ? [] : [userId]), ...told]))
      await this.news.publish(manager, {
        kind: 'change-asked',
        userId: reader,
        ...news,
        effectiveAt: pending.effectiveAt,
      });
    await this.changes.record(manager, pending, 'asked');
    const asker = await this.users.find(askedById, manager);
    return waitingChange({ ...pending, user }, asker.displayName);
  }

  private async times(manager: EntityManager, askedById: string, userId: string | null) {
    const askedAt = this.clock.now();
    const others = await this.changes.hasOthers(manager, [askedById, userId]);
    const delay = this.configuration.TWO_PERSON_HOURS * HOUR_MS;
    const effectiveAt = others ? null : new Date(askedAt.getTime() + delay);
    const expiresAt = new Date((effectiveAt ?? askedAt).getTime() + KEPT_DAYS * 24 * HOUR_MS);
    return { askedAt, effectiveAt, expiresAt };
  }
}
