import { ADMINISTRATORS, type Role } from '../../domain/roles.js';
import type { CreateUserDto, UpdateUserDto } from '../users/dto/user.dto.js';

/** What somebody asks for; `role` is the account's as it is. */
export type Asked =
  | { readonly kind: 'account'; readonly payload: CreateUserDto }
  | { readonly kind: 'change'; readonly role: Role; readonly payload: UpdateUserDto }
  | { readonly kind: 'password-reset'; readonly role: Role; readonly payload: UpdateUserDto };

/** Whoever has such an account could grant rights, stop the machine, or approve every figure. */
const isPowerful = (role: Role): boolean => ADMINISTRATORS.includes(role) || role === 'performance-office';

/**
 * Whether one security administrator alone may not do it: make a powerful account, by whatever way (a new one, another role,
 * a password or an identity that only they know), or move somebody between the administrators and those who enter and
 * approve. To take rights away they need nobody.
 */
export function needsTwo(asked: Asked): boolean {
  if (asked.kind === 'account') return isPowerful(asked.payload.role);
  const { role: before, payload } = asked;
  if (asked.kind === 'password-reset') return isPowerful(before);
  const after = payload.role ?? before;
  if (payload.oidcSubject != null && isPowerful(before)) return true;
  if (after === before) return false;
  return isPowerful(after) || ADMINISTRATORS.includes(before);
}
