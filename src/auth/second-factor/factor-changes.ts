import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { User } from '../users/user.entity.js';
import { AccountNews } from '../users/account-news.js';
import { factorsOf, isProtected } from './factors-of.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { makeRecoveryCodes } from './recovery-codes.js';

/** Whose factor has changed, in which session of theirs (its token), and the name of a passkey. */
export interface FactorChange {
  readonly userId: string;
  readonly session: string;
  readonly passkey?: string;
}

/** What follows when somebody adds a second factor of their own, or ends one: of either kind the same. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly sessions: SessionsService,
    private readonly news: AccountNews,
  ) {}

  /**
   * Other sessions end; this one has shown the factor.
   * @returns recovery codes, shown this once: where there are none yet, for they serve every factor
   */
  async added(manager: EntityManager, change: FactorChange): Promise<string[]> {
    const { userId, session, passkey } = change;
    // A sign-in by the password alone that is under way comes before, and is ended, or after, and is refused.
    await manager.findOneOrFail(User, { where: { id: userId }, lock: { mode: 'for_no_key_update' } });
    await this.sessions.changeFactor(manager, userId, session, passkey === undefined ? 'totp' : 'passkey');
    const codes = (await manager.existsBy(RecoveryCode, { userId })) ? [] : await makeRecoveryCodes(manager, userId);
    await this.tell(manager, 'added', change);
    return codes;
  }

  /** Other sessions end. With the last factor the recovery codes go, and this session has shown none any more. */
  async ended(manager: EntityManager, change: FactorChange): Promise<void> {
    const { userId, session } = change;
    const isLast = !isProtected(await factorsOf(manager, userId));
    if (isLast) await manager.delete(RecoveryCode, { userId });
    await this.sessions.changeFactor(manager, userId, session, isLast ? null : undefined);
    await this.tell(manager, 'removed', change);
  }

  private async tell(
    manager: EntityManager,
    what: 'added' | 'removed',
    { userId, passkey }: FactorChange,
  ): Promise<void> {
    await this.news.publish(manager, {
      kind: `second-factor-${what}`,
      userId,
      ...(passkey !== undefined && { passkey }),
    });
    await recordInAuditLog(manager, {
      action: `second_factor.${what}`,
      subjectType: 'app_user',
      subjectId: userId,
      after: passkey === undefined ? { factor: 'totp' } : { factor: 'passkey', passkey },
    });
  }
}
