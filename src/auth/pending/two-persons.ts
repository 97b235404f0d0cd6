import { POWERFUL } from '../../domain/roles.js';
import type { UpdateUserDto } from '../users/dto/user.dto.js';
import type { User } from '../users/user.entity.js';
import type { PendingChange } from './pending-change.entity.js';

type Field = keyof UpdateUserDto;
type Account = Pick<User, Field>;
type Asked = Pick<PendingChange, 'kind' | 'payload'>;

/**
 * Which fields let somebody in, or in as something else, or shut them out, or lead the warnings elsewhere that they
 * should get, or let them pass for somebody else. A new field does not compile until somebody has decided.
 */
const GUARDED: Readonly<Record<Field, boolean>> = {
  role: true,
  departmentId: true,
  sectionIds: true,
  disabled: true,
  oidcSubject: true,
  email: true,
  displayName: true,
  language: false,
  deputyId: false,
  awayFrom: false,
  awayUntil: false,
};

/**
 * Whether it grants, takes or shuts a powerful account, which one security administrator alone may not do: they could act
 * by it, be the only one who is left, or leave nobody who would notice. Of one's own account as of others: whoever sits at
 * an open session is not its owner.
 * @param account as it is; null: a new one
 * @param isMistakable whether the name that it is to have is taken for that of a powerful account
 */
export function needsTwo({ kind, payload }: Asked, account: Account | null, isMistakable: boolean): boolean {
  if (isMistakable) return true;
  const roles = [account?.role, payload.role];
  if (!roles.some((role) => role !== undefined && POWERFUL.includes(role))) return false;
  if (kind !== 'change' || account === null) return true;
  return (Object.keys(GUARDED) as Field[]).some((field) => GUARDED[field] && differs(account, payload, field));
}

/** Whether the field is given, and not what it is already. */
function differs(account: Account, payload: UpdateUserDto, field: Field): boolean {
  return payload[field] !== undefined && JSON.stringify(payload[field]) !== JSON.stringify(account[field]);
}
