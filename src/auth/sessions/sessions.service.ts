import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { NotFoundError } from '../../domain/domain-error.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { browserName } from './browser-name.js';
import { type BegunFrom, SessionsRepository, type StandingSession } from './sessions.repository.js';
import { hashToken, newToken } from '../credentials/tokens.js';
import { factorsOf, isProtected } from '../second-factor/factors-of.js';
import { holdAsChecked } from '../users/as-checked.js';
import { accountChanged } from '../users/errors.js';
import type { User } from '../users/user.entity.js';
import type { SecondFactor } from './user-session.entity.js';

const noSession = (): NotFoundError => new NotFoundError({ zh: '登录', en: 'session' });

/** A browser in which somebody is signed in, as people tell it from others. */
export interface ListedSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly address: string | null;
  /** Such as `Chrome 142 · Windows`. */
  readonly browser: string | null;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsRepository,
    private readonly rules: PasswordRules,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a session under a new token, whatever the browser sent before (session fixation).
   * @param user as they were when they showed who they are
   * @returns the token
   * @throws DomainError `account-changed`: also where a second factor was added meanwhile, which was not shown
   */
  async begin(user: User, former: string | undefined, from: BegunFrom): Promise<string> {
    const token = newToken();
    await this.dataSource.transaction(async (manager) => {
      await holdAsChecked(manager, user);
      if (from.secondFactor === null && isProtected(await factorsOf(manager, user.id))) throw accountChanged();
      if (former) await this.sessions.delete(manager, hashToken(former));
      await this.sessions.insert(manager, hashToken(token), user.id, this.clock.now(), from);
      const actor = { userId: user.id, name: user.username };
      const subject = { subjectType: 'app_user', subjectId: user.id, departmentId: user.departmentId };
      await recordInAuditLog(manager, { actor, action: 'session.begun', ...subject });
    });
    return token;
  }

  /** The session, where it still lets its user in. */
  find(token: string): Promise<StandingSession | null> {
    return this.sessions.find(this.dataSource.manager, hashToken(token), this.clock.now(), this.rules.profile);
  }

  /** Those that still let the user in, the last seen first. */
  async list(userId: string, current?: string): Promise<ListedSession[]> {
    const sessions = await this.sessions.listOf(this.dataSource.manager, userId, this.clock.now(), this.rules.profile);
    const own = current === undefined ? null : hashToken(current);
    return sessions.map(({ id, createdAt, lastSeenAt, address, agent, tokenHash }) => ({
      ...{ id, createdAt, lastSeenAt, address },
      browser: browserName(agent),
      current: tokenHash === own,
    }));
  }

  /** When the session began; null: there is none. */
  begunAt(token: string): Promise<Date | null> {
    return this.sessions.begunAt(this.dataSource.manager, hashToken(token));
  }

  async end(userId: string, token: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.delete(manager, hashToken(token));
      await this.recordEnd(userId, manager);
    });
  }

  /** @throws NotFoundError where it is not the user's */
  async endOne(userId: string, id: string): Promise<void> {
    const ended = await this.sessions.deleteOf(this.dataSource.manager, userId, { id });
    if (ended === 0) throw noSession();
    await this.recordEnd(userId);
  }

  /** All of a user's, or all but that one. */
  async endAll(userId: string, except?: string): Promise<void> {
    const but = except === undefined ? {} : { but: hashToken(except) };
    if ((await this.sessions.deleteOf(this.dataSource.manager, userId, but)) > 0) await this.recordEnd(userId);
  }

  /** All there are but that one. @returns how many */
  endEverybodys(except: string): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const ended = await this.sessions.deleteAllBut(manager, hashToken(except));
      await recordInAuditLog(manager, { action: 'session.all-ended', subjectType: 'user_session', after: { ended } });
      return ended;
    });
  }

  /**
   * After a change of the second factor: what was begun without it, or with the former one, ends, but that session.
   * @param secondFactor what that session has shown from now on; left out: what it had shown before
   */
  async changeFactor(
    manager: EntityManager,
    userId: string,
    token: string,
    secondFactor?: SecondFactor | null,
  ): Promise<void> {
    await this.sessions.deleteOf(manager, userId, { but: hashToken(token) });
    if (secondFactor !== undefined) await this.sessions.setFactor(manager, hashToken(token), secondFactor);
  }

  private recordEnd(userId: string, manager = this.dataSource.manager): Promise<void> {
    return recordInAuditLog(manager, { action: 'session.ended', subjectType: 'app_user', subjectId: userId });
  }
}
