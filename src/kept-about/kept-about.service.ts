import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../audit/audit-log.js';
import { Clock } from '../common/clock.js';
import { NotFoundError } from '../domain/domain-error.js';

/** Everything of one person, as of a moment. */
export interface KeptAbout {
  readonly at: Date;
  readonly parts: readonly KeptPart[];
}

/** Rows of one kind; those of the first part are one, the account. */
export interface KeptPart {
  readonly kind: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** $1 is the account. Secrets, which nobody reads back, are left out; that there is one is said. */
const PARTS: readonly (readonly [string, string])[] = [
  [
    'account',
    `SELECT username, display_name AS "displayName", email, language, role, disabled, oidc_issuer AS "oidcIssuer",
     oidc_subject AS "oidcSubject", created_at AS "createdAt", password_changed_at AS "passwordChangedAt",
     away_from AS "awayFrom", away_until AS "awayUntil" FROM app_user WHERE id = $1`,
  ],
  [
    'contacts',
    `SELECT name, email, phone, duty, language, active, away_from AS "awayFrom", away_until AS "awayUntil"
     FROM contact WHERE user_id = $1 ORDER BY id`,
  ],
  [
    'sessions',
    `SELECT created_at AS "createdAt", last_seen_at AS "lastSeenAt", address, agent
     FROM user_session WHERE user_id = $1 ORDER BY created_at`,
  ],
  [
    'tokens',
    `SELECT name, scope, created_at AS "createdAt", expires_at AS "expiresAt"
     FROM api_token WHERE user_id = $1 ORDER BY created_at`,
  ],
  ['knownBrowsers', 'SELECT last_used_at AS "lastUsedAt" FROM known_browser WHERE user_id = $1 ORDER BY last_used_at'],
  ['secondFactor', 'SELECT confirmed_at AS "confirmedAt" FROM totp WHERE user_id = $1'],
  [
    'passkeys',
    `SELECT name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM passkey WHERE user_id = $1 ORDER BY created_at`,
  ],
  ['recoveryCodes', 'SELECT count(*)::int AS count FROM recovery_code WHERE user_id = $1 HAVING count(*) > 0'],
  ['formerPasswords', 'SELECT ended_at AS "endedAt" FROM former_password WHERE user_id = $1 ORDER BY ended_at'],
  [
    'askedChanges',
    'SELECT kind, asked_at AS "askedAt", expires_at AS "expiresAt" FROM pending_change WHERE user_id = $1 ORDER BY asked_at',
  ],
  [
    'mails',
    `SELECT kind, state, sent_to AS "sentTo", created_at AS "createdAt", finished_at AS "finishedAt" FROM mail
     WHERE contact_id = $1 OR contact_id IN (SELECT id FROM contact WHERE user_id = $1) ORDER BY created_at`,
  ],
  [
    'auditLog',
    `SELECT action, count(*)::int AS count, min(at) AS first, max(at) AS last,
       array_agg(DISTINCT address) FILTER (WHERE address IS NOT NULL) AS addresses
     FROM audit_event WHERE actor_id = $1 GROUP BY action ORDER BY action`,
  ],
];

/** What the service keeps about a person (个人信息保护法, art. 45: everybody may ask for it). */
@Injectable()
export class KeptAboutService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Who took it is in the audit log. @throws NotFoundError */
  export(userId: string): Promise<KeptAbout> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const parts: KeptPart[] = [];
      for (const [kind, statement] of PARTS) parts.push({ kind, rows: await manager.query(statement, [userId]) });
      if (parts[0]?.rows.length === 0) throw new NotFoundError({ zh: '用户', en: 'user' });
      const after = { rows: Object.fromEntries(parts.map(({ kind, rows }) => [kind, rows.length])) };
      await recordInAuditLog(manager, {
        action: 'app_user.exported',
        subjectType: 'app_user',
        subjectId: userId,
        after,
      });
      return { at: this.clock.now(), parts };
    });
  }
}
