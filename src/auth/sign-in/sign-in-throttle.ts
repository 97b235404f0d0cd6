import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, In } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { addressGroup } from '../access/address-group.js';
import { RateLimiter } from '../access/rate-limiter.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { GUESSED_FROM, waitWhileGuessed } from '../credentials/sign-in-waits.js';
import { hashToken } from '../credentials/tokens.js';
import type { User } from '../users/user.entity.js';
import { OnlyKnownBrowsers, TooManyFailures } from './errors.js';
import { KnownBrowsers } from './known-browsers.js';
import { SignInFailure } from './sign-in-failure.entity.js';

/** Failures of one address in a minute, whoever it tries to be: an office that signs in fails now and then, not so often. */
const PER_MINUTE = 20;

/** Whom somebody tries to be, and from where. */
export interface Attempted {
  readonly key: string;
  readonly address: string;
  /** Under which failures of the account are counted that day, wherever they come from; null: a browser of the owner's. */
  readonly dayKey: string | null;
}

/** What a failure has led to. */
export interface Failed {
  /** For how many seconds nobody may try again from there. */
  readonly wait: number;
  /** How many have failed that day at browsers that the account does not know. */
  readonly today: number;
}

const DAY_MS = 86_400_000;

/**
 * Makes guessing slow without shutting anybody out: failures count for the account and the address they come from, so
 * that a stranger waits and the owner, elsewhere or at a browser of theirs, does not.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limiter: RateLimiter,
    private readonly browsers: KnownBrowsers,
    private readonly rules: PasswordRules,
    private readonly clock: Clock,
  ) {}

  /** `userId` undefined: nobody has that name, which costs and answers the same. */
  async attempt(username: string, userId: string | undefined, request: FastifyRequest): Promise<Attempted> {
    const address = addressGroup(request.ip);
    const known = await this.browsers.recognise(request, userId);
    const name = username.toLowerCase();
    const day = Math.floor(this.clock.now().getTime() / DAY_MS);
    return {
      key: hashToken(`${name} ${known ?? address}`),
      address,
      dayKey: known === null ? hashToken(`${name} on day ${day}`) : null,
    };
  }

  /** For the second step, whose first was right: from wherever it comes, but for browsers of the owner's. */
  async attemptCode({ id }: User, request: FastifyRequest): Promise<Attempted> {
    const place = (await this.browsers.recognise(request, id)) ?? 'anywhere';
    return { key: hashToken(`second step ${id} ${place}`), address: addressGroup(request.ip), dayKey: null };
  }

  /** @throws RateLimitError, TooManyFailures, OnlyKnownBrowsers */
  async check({ key, address, dayKey }: Attempted): Promise<void> {
    await this.checkAddress(address);
    const rows = await this.dataSource.manager.findBy(SignInFailure, { key: In([key, dayKey ?? key]) });
    const [failed, today] = [key, dayKey].map((one) => rows.find((row) => row.key === one));
    const now = this.clock.now().getTime();
    if (this.rules.profile.shutsStrangersOut && (today?.count ?? 0) >= GUESSED_FROM)
      throw new OnlyKnownBrowsers(Math.ceil((DAY_MS - (now % DAY_MS)) / 1000));
    if (!failed) return;
    const since = (now - failed.lastAt.getTime()) / 1000;
    const left = Math.ceil(waitWhileGuessed(failed.count, today?.count ?? 0, this.rules.profile) - since);
    if (left > 0) throw new TooManyFailures(left);
  }

  /** @throws RateLimitError */
  checkAddress(address: string): Promise<void> {
    return this.limiter.check(`sign-in-failures ${address}`, PER_MINUTE);
  }

  countAddress(address: string): Promise<void> {
    return this.limiter.count(`sign-in-failures ${address}`, Infinity);
  }

  async fail({ key, address, dayKey }: Attempted): Promise<Failed> {
    await this.countAddress(address);
    const { profile } = this.rules;
    const failures = await this.count(key, profile.forgottenAfterMinutes);
    const today = dayKey === null ? 0 : await this.count(dayKey, DAY_MS / 60_000);
    return { wait: waitWhileGuessed(failures, today, profile), today };
  }

  /** @returns the new count */
  private async count(key: string, forgottenAfterMinutes: number): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `INSERT INTO sign_in_failure AS f (key, count, last_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET last_at = $2,
         count = CASE WHEN f.last_at <= $2::timestamptz - make_interval(mins => $3) THEN 1 ELSE f.count + 1 END
       RETURNING count`,
      [key, this.clock.now(), forgottenAfterMinutes],
    );
    return row?.count ?? 0;
  }

  async forget({ key }: Attempted): Promise<void> {
    await this.dataSource.manager.delete(SignInFailure, { key });
  }
}
