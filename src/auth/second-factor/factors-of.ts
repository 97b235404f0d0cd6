import { type EntityManager, IsNull, Not } from 'typeorm';
import { Passkey } from './passkeys/passkey.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { Totp } from './totp.entity.js';

/** A passkey, as people tell it from others. */
export type ListedPasskey = Pick<Passkey, 'id' | 'name' | 'version' | 'createdAt' | 'lastUsedAt'>;

/** What somebody shows besides the password. */
export interface SecondFactorsOf {
  /** Whether an authenticator app is in use. */
  readonly totp: boolean;
  /** The first that was added first. */
  readonly passkeys: readonly ListedPasskey[];
  /** How many recovery codes are left. */
  readonly recoveryCodes: number;
}

export async function factorsOf(manager: EntityManager, userId: string): Promise<SecondFactorsOf> {
  return {
    totp: await manager.existsBy(Totp, { userId, confirmedAt: Not(IsNull()) }),
    passkeys: await manager.find(Passkey, {
      select: { id: true, name: true, version: true, createdAt: true, lastUsedAt: true },
      where: { userId },
      order: { createdAt: 'ASC', id: 'ASC' },
    }),
    recoveryCodes: await manager.countBy(RecoveryCode, { userId }),
  };
}

/** Recovery codes alone are none: they stand in for another. */
export const isProtected = ({ totp, passkeys }: SecondFactorsOf): boolean => totp || passkeys.length > 0;
