import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { addressGroup } from '../access/address-group.js';
import { RateLimiter } from '../access/rate-limiter.js';
import { PasswordRules } from '../credentials/password-rules.js';
import { waitAfter } from '../credentials/sign-in-waits.js';
import { hashToken } from '../credentials/tokens.js';
import type { User } from '../users/user.entity.js';
import { TooManyFailures } from './errors.js';
import { KnownBrowsers } from './known-browsers.js';
import { SignInFailure } from './sign-in-failure.entity.js';

/** Failures of one address in a minute, whoever it tries to be: an office that signs in fails now and then, not so often. */
const PER_MINUTE = 20;

/** Whom somebody tries to be, and from where. */
export interface Attempted {
  readonly key: string;
  readonly address: string;
}

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
    const place = (await this.browsers.recognise(request, userId)) ?? address;
    return { key: hashToken(`${username.toLowerCase()} ${place}`), address };
  }

  /** For the second step, whose first was right: from wherever it comes, but for browsers of the owner's. */
  async attemptCode({ id }: User, request: FastifyRequest): Promise<Attempted> {
    const place = (await this.browsers.recognise(request, id)) ?? 'anywhere';
    return { key: hashToken(`second step ${id} ${place}`), address: addressGroup(request.ip) };
  }

  /** @throws RateLimitError, TooManyFailures */
  async check({ key, address }: Attempted): Promise<void> {
    await this.checkAddress(address);
    const known = await this.dataSource.manager.findOneBy(SignInFailure, { key });
    if (!known) return;
    const since = (this.clock.now().getTime() - known.lastAt.getTime()) / 1000;
    const left = Math.ceil(waitAfter(known.count, this.rules.profile) - since);
    if (left > 0) throw new TooManyFailures(left);
  }

  /** @throws RateLimitError */
  checkAddress(address: string): Promise<void> {
    return this.limiter.check(`sign-in-failures ${address}`, PER_MINUTE);
  }

  countAddress(address: string): Promise<void> {
    return this.limiter.count(`sign-in-failures ${address}`, Infinity);
  }

  /** @returns for how many seconds nobody may try again from there */
  async fail({ key, address }: Attempted): Promise<number> {
    await this.countAddress(address);
    const { forgottenAfterMinutes } = this.rules.profile;
    const [row]: { count: number }[] = await this.dataSource.query(
      `INSERT INTO sign_in_failure AS f (key, count, last_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET last_at = $2,
         count = CASE WHEN f.last_at <= $2::timestamptz - make_interval(mins => $3) THEN 1 ELSE f.count + 1 END
       RETURNING count`,
      [key, this.clock.now(), forgottenAfterMinutes],
    );
    return waitAfter(row?.count ?? 0, this.rules.profile);
  }

  async forget({ key }: Attempted): Promise<void> {
    await this.dataSource.manager.delete(SignInFailure, { key });
  }
}
