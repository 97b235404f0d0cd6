import type { Role } from '../../domain/roles.js';
import type { User } from '../users/user.entity.js';
import type { ChangeDetail } from './change-details.js';
import type { PendingChange, PendingKind } from './pending-change.entity.js';

/** A change that waits, as the pages show it. */
export interface WaitingChange {
  readonly id: string;
  readonly kind: PendingKind;
  /** Whose account it is; null: a new one. */
  readonly userId: string | null;
  readonly name: string;
  /** Which role the account is to have; null: the one that it has. */
  readonly role: Role | null;
  /** Whether the account is to be disabled. */
  readonly disables: boolean;
  /** Everything that is to be changed, or that a new account is to be. */
  readonly details: readonly ChangeDetail[];
  readonly askedBy: string;
  readonly askedAt: Date;
  /** From when on whoever asked may do it alone; null: somebody else has to approve. */
  readonly effectiveAt: Date | null;
  readonly expiresAt: Date;
  readonly mayApprove: boolean;
}

export const nameOf = ({ user, payload }: PendingChange): string =>
  user?.displayName ?? (payload as Partial<User>).displayName ?? '';

export function waitingChange(
  pending: PendingChange,
  details: readonly ChangeDetail[],
  mayApprove: boolean,
): WaitingChange {
  const { id, kind, userId, payload, askedAt, effectiveAt, expiresAt } = pending;
  const { role = null, disabled: disables = false } = payload as Partial<User>;
  const names = { name: nameOf(pending), askedBy: pending.askedBy?.displayName ?? '' };
  return { id, kind, userId, ...names, role, disables, details, askedAt, effectiveAt, expiresAt, mayApprove };
}

/** Not whose account it is; whoever asked when its time has come. */
export function mayApprove({ askedById, userId, effectiveAt }: PendingChange, actorId: string, now: Date): boolean {
  if (actorId === userId) return false;
  return actorId !== askedById || (effectiveAt !== null && effectiveAt <= now);
}
