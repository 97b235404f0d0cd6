import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { Clock } from '../../common/clock.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { AccountNews } from '../users/account-news.js';
import { codeWrong, totpNotBegun, totpThere } from './errors.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { makeRecoveryCodes } from './recovery-codes.js';
import { SecretBox } from './secret-box.js';
import { Totp } from './totp.entity.js';
import { keyUri, newSecret, stepOf } from './totp.js';

/** What an authenticator app is given, once. */
export interface NewTotp {
  /** Base32, to be typed where no camera is. */
  readonly secret: string;
  /** What the QR code says, `otpauth://totp/…`. */
  readonly uri: string;
}

/** Turns somebody's authenticator app on and off. */
@Injectable()
export class TotpService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
    private readonly sessions: SessionsService,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  /** In the place of one that was begun and never confirmed. @throws DomainError `totp-there` */
  async begin(userId: string, username: string): Promise<NewTotp> {
    const secret = newSecret();
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(Totp, { userId, confirmedAt: IsNull() });
      if (await manager.existsBy(Totp, { userId })) throw totpThere();
      await manager.insert(Totp, { userId, secret: this.box.seal(secret, userId) });
    });
    return { secret, uri: keyUri(secret, username) };
  }

  /**
   * The first code shows that the app has the secret. Other sessions end; this one has shown the second factor.
   * @returns recovery codes, which are shown this once
   * @throws DomainError `totp-not-begun`, `totp-there`, `code-wrong`
   */
  async confirm(userId: string, code: string, session: string): Promise<string[]> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const totp = await manager.findOne(Totp, { where: { userId }, lock: { mode: 'pessimistic_write' } });
      if (!totp) throw totpNotBegun();
      if (totp.confirmedAt) throw totpThere();
      const lastStep = stepOf(this.box.open(totp.secret, userId), code.replace(/\s/g, ''), now);
      if (lastStep === null) throw codeWrong();
      await manager.update(Totp, { userId }, { confirmedAt: now, lastStep });
      await this.sessions.changeFactor(manager, userId, session, 'totp');
      const codes = await makeRecoveryCodes(manager, userId);
      await this.news.publish(manager, { kind: 'second-factor-added', userId });
      await recordInAuditLog(manager, { action: 'second_factor.added', subjectType: 'app_user', subjectId: userId });
      return codes;
    });
  }

  /** By whoever has it, and has shown it. Other sessions end. */
  async end(userId: string, session: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(Totp, { userId });
      await manager.delete(RecoveryCode, { userId });
      await this.sessions.changeFactor(manager, userId, session, null);
      await this.news.publish(manager, { kind: 'second-factor-removed', userId });
      await recordInAuditLog(manager, { action: 'second_factor.removed', subjectType: 'app_user', subjectId: userId });
    });
  }
}
