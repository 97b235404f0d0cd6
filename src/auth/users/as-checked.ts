import type { EntityManager } from 'typeorm';
import { checkAsMeant } from '../../audit/as-meant.js';
import { accountChanged } from './errors.js';
import { User } from './user.entity.js';

/**
 * What was checked of an account may be over by now: a password is hashed slowly, and meanwhile it is changed, reset, or
 * the account disabled. Holds the account until the transaction ends, so that whatever ends its sessions and tokens comes
 * before, and is seen here, or after, and ends what is begun here too.
 * @throws DomainError `account-changed`
 */
export async function holdAsChecked(manager: EntityManager, { id, version, passwordChangedAt }: User): Promise<void> {
  const now = await manager.findOne(User, { where: { id }, lock: { mode: 'pessimistic_read' } });
  const isSame =
    now?.version === version && now.passwordChangedAt?.getTime() === passwordChangedAt?.getTime() && !now.disabled;
  if (!isSame) throw accountChanged();
}

/** A hash is in no row that is read otherwise. @throws DomainError `values-altered` */
export async function checkPasswordStored(
  manager: EntityManager,
  id: string,
  credentials: Partial<Pick<User, 'passwordHash' | 'mustChangePassword'>>,
): Promise<void> {
  const select = { id: true, passwordHash: true, mustChangePassword: true } as const;
  checkAsMeant(manager, 'app_user', credentials, await manager.findOneOrFail(User, { where: { id }, select }));
}
