import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import type { DomainError } from '../../domain/domain-error.js';
import type { SecondFactor } from '../sessions/user-session.entity.js';
import { SignInThrottle } from '../sign-in/sign-in-throttle.js';
import { AccountNews } from '../users/account-news.js';
import type { User } from '../users/user.entity.js';
import { codeWrong, passkeyRefused } from './errors.js';
import { PasskeyCheck } from './passkeys/passkey-check.js';
import { useRecoveryCode } from './recovery-codes.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { TotpService } from './totp.service.js';

const SIX_DIGITS = /^\d{6}$/;

/**
 * Whether what somebody shows besides the password is theirs. Who fails has given the right password: they wait wherever
 * they come from, unless it is a browser of the owner's.
 */
@Injectable()
export class ShownFactors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: SignInThrottle,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeyCheck,
    private readonly news: AccountNews,
  ) {}

  /** A number of the authenticator or a recovery code, each once. @throws DomainError `code-wrong`, TooManyFailures */
  byCode(user: User, code: string, request: FastifyRequest): Promise<SecondFactor> {
    const taken = () => this.dataSource.transaction((manager) => this.taken(manager, user, code.replace(/\s/g, '')));
    return this.counted(user, request, taken, codeWrong);
  }

  /** @throws DomainError `passkey-refused`, TooManyFailures */
  byPasskey(user: User, credential: AuthenticationResponseJSON, request: FastifyRequest): Promise<SecondFactor> {
    const taken = async () => ((await this.passkeys.isTheirs(user.id, credential)) ? 'passkey' : null);
    return this.counted(user, request, taken, passkeyRefused);
  }

  private async counted(
    user: User,
    request: FastifyRequest,
    taken: () => Promise<SecondFactor | null>,
    refusal: () => DomainError,
  ): Promise<SecondFactor> {
    const attempted = await this.throttle.attemptCode(user, request);
    await this.throttle.check(attempted);
    const factor = await taken();
    if (factor === null) {
      const { wait } = await this.throttle.fail(attempted);
      await this.refuse(user, attempted.address, wait);
      throw refusal();
    }
    await this.throttle.check(attempted); // as with passwords: of a thousand at once no more count than one by one
    await this.throttle.forget(attempted);
    return factor;
  }

  private async taken(
    manager: EntityManager,
    { id: userId, username }: User,
    code: string,
  ): Promise<SecondFactor | null> {
    if (SIX_DIGITS.test(code)) return (await this.totp.take(manager, userId, code)) ? 'totp' : null;
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
