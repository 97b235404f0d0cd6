import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { Clock } from '../../common/clock.js';
import type { SecondFactor } from '../sessions/user-session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { SignInThrottle } from '../sign-in/sign-in-throttle.js';
import { AccountNews } from '../users/account-news.js';
import type { User } from '../users/user.entity.js';
import { codeWrong } from './errors.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { useRecoveryCode } from './recovery-codes.js';
import { SecretBox } from './secret-box.js';
import { Totp } from './totp.entity.js';
import { stepOf } from './totp.js';

const SIX_DIGITS = /^\d{6}$/;

/** What somebody shows besides the password. */
export interface SecondFactorsOf {
  /** Whether an authenticator app is in use. */
  readonly totp: boolean;
  /** How many recovery codes are left. */
  readonly recoveryCodes: number;
}

/** Whether somebody has a second factor, and whether what they show is one. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
    private readonly throttle: SignInThrottle,
    private readonly sessions: SessionsRepository,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  async of(userId: string): Promise<SecondFactorsOf> {
    const { manager } = this.dataSource;
    const totp = await manager.existsBy(Totp, { userId, confirmedAt: Not(IsNull()) });
    return { totp, recoveryCodes: await manager.countBy(RecoveryCode, { userId }) };
  }

  async has(userId: string): Promise<boolean> {
    return (await this.of(userId)).totp;
  }

  /**
   * Takes a number of the authenticator or a recovery code, each once. Who fails has given the right password: they wait
   * wherever they come from, unless it is a browser of the owner's.
   * @throws DomainError `code-wrong`, TooManyFailures
   */
  async check(user: User, code: string, request: FastifyRequest): Promise<SecondFactor> {
    const attempted = await this.throttle.attemptCode(user, request);
    await this.throttle.check(attempted);
    const factor = await this.dataSource.transaction((manager) => this.taken(manager, user, code.replace(/\s/g, '')));
    if (factor === null) {
      const { wait } = await this.throttle.fail(attempted);
      await this.refuse(user, attempted.address, wait);
      throw codeWrong();
    }
    await this.throttle.check(attempted); // as with passwords: of a thousand at once no more count than one by one
    await this.throttle.forget(attempted);
    return factor;
  }

  /** By the security administrator, or at the machine itself: of somebody whose telephone is lost, or stolen with its codes. */
  async endAll(userId: string, within = this.dataSource.manager): Promise<void> {
    await within.transaction(async (manager) => {
      await manager.delete(Totp, { userId });
      await manager.delete(RecoveryCode, { userId });
      await this.sessions.endAllOf(manager, userId);
      await this.news.publish(manager, { kind: 'second-factor-reset', userId });
      await recordInAuditLog(manager, { action: 'second_factor.reset', subjectType: 'app_user', subjectId: userId });
    });
  }

  private async taken(
    manager: EntityManager,
    { id: userId, username }: User,
    code: string,
  ): Promise<SecondFactor | null> {
    if (SIX_DIGITS.test(code)) return (await this.isOfTotp(manager, userId, code)) ? 'totp' : null;
    if (!(await useRecoveryCode(manager, userId, code))) return null;
    const left = await manager.countBy(RecoveryCode, { userId });
    await this.news.publish(manager, { kind: 'recovery-code-used', userId, left });
    await recordInAuditLog(manager, {
      actor: { userId, name: username },
      action: 'second_factor.recovery-code-used',
      subjectType: 'app_user',
      subjectId: userId,
      after: { left },
    });
    return 'recovery-code';
  }

  private async isOfTotp(manager: EntityManager, userId: string, code: string): Promise<boolean> {
    const totp = await manager.findOneBy(Totp, { userId, confirmedAt: Not(IsNull()) });
    const step = totp && stepOf(this.box.open(totp.secret, userId), code, this.clock.now());
    if (step === null) return false;
    const [, taken]: [unknown[], number] = await manager.query(
      'UPDATE totp SET last_step = $2 WHERE user_id = $1 AND (last_step IS NULL OR last_step < $2)',
      [userId, step],
    );
    return taken === 1;
  }

  private async refuse({ id, username, departmentId }: User, address: string, wait: number): Promise<void> {
    const { manager } = this.dataSource;
    if (wait > 0) await this.news.publish(manager, { kind: 'code-refused', userId: id, address });
    await recordInAuditLog(manager, {
      actor: { userId: null, name: username },
      action: 'second_factor.refused',
      subjectType: 'app_user',
      subjectId: id,
      departmentId,
      reason: wait > 0 ? `${wait} s` : null,
    });
  }
}
