import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { isProven, proofOf } from '../../audit/rows/proven-rows.js';
import { ApiToken } from '../credentials/api-token.entity.js';
import { SignInStep } from '../sign-in/sign-in-step.entity.js';
import { KnownBrowser } from '../sign-in/known-browser.entity.js';
import { User } from '../users/user.entity.js';
import { type SecondFactor, UserSession } from './user-session.entity.js';

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

/** Where, in what, and by what besides the password, a session is begun. */
export type BegunFrom = Pick<UserSession, 'address' | 'agent' | 'secondFactor'>;

/** One that lets its user in. */
export type StandingSession = UserSession & { readonly user: User };

/** Being seen is written down at most this often: a page that asks ten times does not write ten times. */
const SEEN_EVERY_SECONDS = 30;

@Injectable()
export class SessionsRepository {
  async insert(manager: EntityManager, tokenHash: string, userId: string, at: Date, from: BegunFrom): Promise<void> {
    const session = { id: uuid(), tokenHash, userId, createdAt: at, lastSeenAt: at, ...from };
    await manager.insert(UserSession, { ...session, proof: proofOf(manager, 'user_session', session) });
  }

  async listOf(
    manager: EntityManager,
    userId: string,
    at: Date,
    { idleMinutes, absoluteHours }: SessionLimits,
  ): Promise<UserSession[]> {
    const lastSeenAt = MoreThan(new Date(at.getTime() - idleMinutes * 60_000));
    const createdAt = MoreThan(new Date(at.getTime() - absoluteHours * 3_600_000));
    return manager.find(UserSession, { where: { userId, lastSeenAt, createdAt }, order: { lastSeenAt: 'DESC' } });
  }

  /** One of a user's, or all but that with the hash `but`. @returns how many */
  async deleteOf(
    manager: EntityManager,
    userId: string,
    { id, but }: { readonly id?: string; readonly but?: string },
  ): Promise<number> {
    const { affected } = await manager.delete(UserSession, {
      userId,
      ...(id !== undefined && { id }),
      ...(but !== undefined && { tokenHash: Not(but) }),
    });
    return affected ?? 0;
  }

  /** With its user; one that the program began, neither idle for too long, nor too old, nor of a disabled user. */
  async find(
    manager: EntityManager,
    tokenHash: string,
    at: Date,
    limits: SessionLimits,
  ): Promise<StandingSession | null> {
    const idleSince = new Date(at.getTime() - limits.idleMinutes * 60_000);
    const startedAfter = new Date(at.getTime() - limits.absoluteHours * 3_600_000);
    const session = await manager
      .createQueryBuilder(UserSession, 'session')
      .innerJoinAndSelect('session.user', 'user', 'NOT user.disabled')
      .addSelect('user.proof')
      .where('session.tokenHash = :tokenHash', { tokenHash })
      .andWhere('session.lastSeenAt > :idleSince AND session.createdAt > :startedAfter', { idleSince, startedAfter })
      .getOne();
    if (!session || !isProven(manager, 'user_session', session)) return null;
    if (at.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_SECONDS * 1000) {
      await manager.update(UserSession, { tokenHash }, { lastSeenAt: at });
    }
    return session as StandingSession | null;
  }

  /**
   * Those of the hashes whose session, or personal token, lets its user in at that moment. Asking does not count as
   * being seen: a page that is merely open would otherwise never be idle.
   */
  async standing(
    manager: EntityManager,
    hashes: readonly string[],
    at: Date,
    { idleMinutes, absoluteHours }: SessionLimits,
  ): Promise<string[]> {
    const rows: { hash: string }[] = await manager.query(
      `SELECT s.token_hash AS hash FROM user_session s JOIN app_user u ON u.id = s.user_id AND NOT u.disabled
       WHERE s.token_hash = ANY ($1) AND s.last_seen_at > $2::timestamptz - make_interval(mins => $3)
         AND s.created_at > $2::timestamptz - make_interval(hours => $4)
       UNION ALL
       SELECT t.token_hash FROM api_token t JOIN app_user u ON u.id = t.user_id AND NOT u.disabled
       WHERE t.token_hash = ANY ($1) AND t.expires_at > $2::timestamptz`,
      [hashes, at, idleMinutes, absoluteHours],
    );
    return rows.map(({ hash }) => hash);
  }

  async begunAt(manager: EntityManager, tokenHash: string): Promise<Date | null> {
    const session = await manager.findOneBy(UserSession, { tokenHash });
    return session?.createdAt ?? null;
  }

  async delete(manager: EntityManager, tokenHash: string): Promise<void> {
    await manager.delete(UserSession, { tokenHash });
  }

  async setFactor(manager: EntityManager, tokenHash: string, secondFactor: SecondFactor | null): Promise<void> {
    const session = await manager.findOneBy(UserSession, { tokenHash });
    if (!session || !isProven(manager, 'user_session', session)) return;
    const proof = proofOf(manager, 'user_session', { ...session, secondFactor });
    await manager.update(UserSession, { tokenHash }, { secondFactor, proof });
  }

  /** Tokens, known browsers and half a sign-in, too: whoever was let in by what has just been taken away may have made them. */
  async endAllOf(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(UserSession, { userId });
    await manager.delete(ApiToken, { userId });
    await manager.delete(KnownBrowser, { userId });
    await manager.delete(SignInStep, { userId });
  }

  /** Everybody's, and sign-ins that are half done. @returns how many sessions */
  async deleteAllBut(manager: EntityManager, tokenHash: string): Promise<number> {
    await manager.createQueryBuilder().delete().from(SignInStep).execute();
    const { affected } = await manager.delete(UserSession, { tokenHash: Not(tokenHash) });
    return affected ?? 0;
  }

  /** @returns how many */
  async deleteExpired(
    manager: EntityManager,
    at: Date,
    { idleMinutes, absoluteHours }: SessionLimits,
  ): Promise<number> {
    const [, count]: [unknown[], number] = await manager.query(
      `DELETE FROM user_session WHERE created_at < $1::timestamptz - make_interval(hours => $3)
         OR last_seen_at < $1::timestamptz - make_interval(mins => $2)`,
      [at, idleMinutes, absoluteHours],
    );
    return count;
  }
}
