import type { EntityManager } from 'typeorm';
import { oneTimePassword } from '../credentials/one-time-password.js';
import { hashToken } from '../credentials/tokens.js';
import { RecoveryCode } from './recovery-code.entity.js';

const CODES = 10;

/** New ones in the place of those before. @returns them; only their hashes are kept */
export async function makeRecoveryCodes(manager: EntityManager, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, oneTimePassword);
  await manager.delete(RecoveryCode, { userId });
  await manager.insert(RecoveryCode, codes.map((code) => ({ userId, codeHash: hashToken(code) }))); // prettier-ignore
  return codes;
}

/** Whether it was one of theirs, which it is no longer. */
export async function useRecoveryCode(manager: EntityManager, userId: string, code: string): Promise<boolean> {
  const { affected } = await manager.delete(RecoveryCode, { userId, codeHash: hashToken(code) });
  return affected === 1;
}
