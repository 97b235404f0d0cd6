import { ADMINISTRATORS, POWERFUL, type Role } from '../../domain/roles.js';
import type { CreateUserDto, UpdateUserDto } from '../users/dto/user.dto.js';

/** What somebody asks for; `role` is the account's as it is. */
export type Asked =
  | { readonly kind: 'account'; readonly payload: CreateUserDto }
  | { readonly kind: 'change'; readonly role: Role; readonly payload: UpdateUserDto }
  | { readonly kind: 'password-reset' | 'second-factor-reset'; readonly role: Role; readonly payload: UpdateUserDto };

/**
 * Whether one security administrator alone may not do it: make a powerful account, by whatever way (a new one, another role,
 * a password or an identity that only they know, a second factor that is no more), or move somebody between the administrators and those who enter and
 * approve. To take rights away they need nobody, but from each other: whoever shuts out the second person would be the only one.
 */
export function needsTwo(asked: Asked): boolean {
  if (asked.kind === 'account') return POWERFUL.includes(asked.payload.role);
  const { role: before, payload } = asked;
  if (asked.kind !== 'change') return POWERFUL.includes(before);
  const after = payload.role ?? before;
  if (before === 'security-administrator' && payload.disabled === true) return true;
  if (payload.oidcSubject != null && POWERFUL.includes(before)) return true;
  if (after === before) return false;
  return POWERFUL.includes(after) || ADMINISTRATORS.includes(before);
}
