import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { codeWrong, totpNotBegun, totpThere } from './errors.js';
import { FactorChanges } from './factor-changes.js';
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

/** Turns somebody's authenticator app on and off, and takes its codes. */
@Injectable()
export class TotpService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
    private readonly changes: FactorChanges,
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
   * The first code shows that the app has the secret.
   * @returns recovery codes, as `FactorChanges.added`
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
      return this.changes.added(manager, { userId, session });
    });
  }

  /** Whether it is a code of theirs; each is good once. */
  async take(manager: EntityManager, userId: string, code: string): Promise<boolean> {
    const totp = await manager.findOneBy(Totp, { userId, confirmedAt: Not(IsNull()) });
    const step = totp && stepOf(this.box.open(totp.secret, userId), code, this.clock.now());
    if (step === null) return false;
    const [, taken]: [unknown[], number] = await manager.query(
      'UPDATE totp SET last_step = $2 WHERE user_id = $1 AND (last_step IS NULL OR last_step < $2)',
      [userId, step],
    );
    return taken === 1;
  }

  /** By whoever has it, and has shown it. Other sessions end. */
  async end(userId: string, session: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(Totp, { userId });
      await this.changes.ended(manager, { userId, session });
    });
  }
}
