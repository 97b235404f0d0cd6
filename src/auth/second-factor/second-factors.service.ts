import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { AccountNews } from '../users/account-news.js';
import { factorsOf, isProtected, type SecondFactorsOf } from './factors-of.js';
import { PasskeyChallenge } from './passkeys/passkey-challenge.entity.js';
import { Passkey } from './passkeys/passkey.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { Totp } from './totp.entity.js';

/** Which second factors somebody has, and the end of them all. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsRepository,
    private readonly news: AccountNews,
  ) {}

  of(userId: string): Promise<SecondFactorsOf> {
    return factorsOf(this.dataSource.manager, userId);
  }

  async has(userId: string): Promise<boolean> {
    return isProtected(await this.of(userId));
  }

  /** By the security administrator, or at the machine itself: of somebody whose telephone is lost, or stolen with its codes. */
  async endAll(userId: string, within = this.dataSource.manager): Promise<void> {
    await within.transaction(async (manager) => {
      for (const kept of [Totp, Passkey, PasskeyChallenge, RecoveryCode]) await manager.delete(kept, { userId });
      await this.sessions.endAllOf(manager, userId);
      await this.news.publish(manager, { kind: 'second-factor-reset', userId });
      await recordInAuditLog(manager, { action: 'second_factor.reset', subjectType: 'app_user', subjectId: userId });
    });
  }
}
