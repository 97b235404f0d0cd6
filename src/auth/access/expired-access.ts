import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PasswordRules } from '../credentials/password-rules.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { KNOWN_DAYS } from '../sign-in/known-browsers.js';

// Counts are over sooner; a token that has just expired is still listed, so that its owner sees why a program is refused.
const EXPIRED: readonly string[] = [
  "DELETE FROM rate_limit WHERE window_start < $1::timestamptz - interval '1 hour'",
  "DELETE FROM sign_in_failure WHERE last_at < $1::timestamptz - interval '1 day'",
  `DELETE FROM known_browser WHERE last_used_at < $1::timestamptz - interval '${KNOWN_DAYS} days'`,
  'DELETE FROM sign_in_step WHERE expires_at < $1::timestamptz',
  'DELETE FROM passkey_challenge WHERE expires_at < $1::timestamptz',
  'DELETE FROM pending_change WHERE expires_at < $1::timestamptz',
  "DELETE FROM api_token WHERE expires_at < $1::timestamptz - interval '30 days'",
];

/** What let somebody in, or kept them out, and does no longer. */
@Injectable()
export class ExpiredAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsRepository,
    private readonly rules: PasswordRules,
  ) {}

  /** @returns how many rows are gone */
  async delete(at: Date): Promise<number> {
    const { manager } = this.dataSource;
    let gone = await this.sessions.deleteExpired(manager, at, this.rules.profile);
    for (const statement of EXPIRED) {
      const [, count]: [unknown[], number] = await manager.query(statement, [at]);
      gone += count;
    }
    return gone;
  }
}
