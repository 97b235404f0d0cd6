import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { PasskeyChallenge } from './passkey-challenge.entity.js';

/** How long a browser may take to ask its user. */
export const CHALLENGE_MS = 5 * 60_000;

/** Random numbers that passkeys sign: an answer that was overheard, or comes late, is none. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** In the place of one that was not answered. */
  async keep(userId: string, challenge: string): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    await this.dataSource.manager.upsert(PasskeyChallenge, { userId, challenge, expiresAt }, ['userId']);
  }

  /** It is gone by then whatever the answer is worth. @returns null: there is none, or it is too old */
  async take(userId: string): Promise<string | null> {
    const [[row]]: [{ challenge: string; expires_at: Date }[], number] = await this.dataSource.query(
      'DELETE FROM passkey_challenge WHERE user_id = $1 RETURNING challenge, expires_at',
      [userId],
    );
    return row && row.expires_at > this.clock.now() ? row.challenge : null;
  }
}
