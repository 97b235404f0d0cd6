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
import { type AccountAct, AccountActs } from './account-acts.js';
import { ChangeDetails, fieldsOf } from './change-details.js';
import { changeWaits } from './errors.js';
import type { PendingChange } from './pending-change.entity.js';
import { PendingChangesRepository } from './pending-changes.repository.js';
import { PowerfulNames } from './powerful-names.js';
import { needsTwo } from './two-persons.js';
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

/** What security administrators ask for: done at once, or left to wait for a second person (双人复核). */
@Injectable()
export class AskedChangesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: PendingChangesRepository,
    private readonly users: UsersService,
    private readonly names: PowerfulNames,
    private readonly details: ChangeDetails,
    private readonly acts: AccountActs,
    private readonly news: AccountNews,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, payload: CreateUserDto): Promise<AccountOutcome> {
    return this.doOrAsk(actor, { kind: 'account', payload, userId: null, seenVersion: null });
  }

  change(actor: Actor, id: string, version: number | null, payload: UpdateUserDto): Promise<AccountOutcome> {
    return this.doOrAsk(actor, { kind: 'change', payload, userId: id, seenVersion: version });
  }

  reset(actor: Actor, kind: 'password-reset' | 'second-factor-reset', id: string): Promise<AccountOutcome> {
    return this.doOrAsk(actor, { kind, payload: {}, userId: id, seenVersion: null });
  }

  /** The account is held first, so that it still is what the answer was found for. */
  private async doOrAsk(actor: Actor, act: AccountAct): Promise<AccountOutcome> {
    const outcome = await this.dataSource.transaction(async (manager) => {
      const user = act.userId === null ? null : await this.users.hold(act.userId, manager);
      const isMistakable = await this.names.isMistakable(manager, act.payload, user);
      const waits = needsTwo(act, user, isMistakable)
        ? await this.changes.isSetUp(manager)
        : user !== null && (await this.changes.areAltered(manager, [user.id])); // its role may not be its own
      if (waits) return { user, password: null, waiting: await this.ask(manager, actor, act, user) };
      return { ...(await this.acts.do(manager, act)), waiting: null };
    });
    if (outcome.waiting === null) await this.acts.tell(act);
    return outcome;
  }

  /** @throws DomainError `change-waits`: somebody else has asked for something of the kind */
  private async ask(
    manager: EntityManager,
    { userId: askedById }: Actor,
    act: AccountAct,
    user: User | null,
  ): Promise<WaitingChange> {
    const { kind, payload, userId } = act;
    if (userId !== null) {
      const former = await this.changes.findAsked(manager, userId, kind, this.clock.now());
      if (former && former.askedById !== askedById) throw changeWaits(former.askedBy?.displayName ?? '');
    }
    const times = await this.times(manager, askedById, userId);
    const pending: PendingChange = { id: uuid(), ...act, askedById, ...times, proof: null };
    await this.changes.replace(manager, pending);
    await this.tell(manager, { ...pending, user });
    await this.changes.record(manager, pending, 'asked');
    const askedBy = await this.users.find(askedById, manager);
    const [details = []] = await this.details.of(manager, [{ payload, user }]);
    return waitingChange({ ...pending, user, askedBy }, details, false);
  }

  /** Whoever it concerns, as long as it can be stopped. */
  private async tell(manager: EntityManager, pending: PendingChange): Promise<void> {
    const { kind, payload, userId, user, effectiveAt } = pending;
    const { role = null, disabled = false } = payload as Partial<User>;
    const fields = kind === 'change' ? fieldsOf(pending).map(({ field }) => field) : [];
    const news = { what: kind, name: nameOf(pending), role, disables: disabled, fields, effectiveAt } as const;
    const isOffices = (role ?? user?.role) === 'performance-office';
    const withOffice = isOffices || (await this.names.isMistakable(manager, payload, user ?? null));
    const told = await this.changes.concerned(manager, withOffice);
    for (const reader of new Set([...(userId === null ? [] : [userId]), ...told]))
      await this.news.publish(manager, { kind: 'change-asked', userId: reader, ...news });
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
