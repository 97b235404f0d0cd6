import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { roleName } from '../../domain/role-name.js';
import { POWERFUL } from '../../domain/roles.js';
import { User } from '../users/user.entity.js';

/** What a name is to whoever reads it: width and case of letters, blanks and signs between them make no other. */
export const readAs = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const ROLES = POWERFUL.flatMap((role) => [roleName(role).zh, roleName(role).en]).map(readAs);

/** Names by which people know whom to trust: of administrators and of the office. */
@Injectable()
export class PowerfulNames {
  /**
   * Whether a name that is given would be taken for one of theirs: mails and lists show the name, and whoever bears it is
   * believed. Names of people who have left count, for nobody is told that they have.
   * @param account whose it is to be, as it is; null: a new one
   */
  async isMistakable(
    manager: EntityManager,
    { displayName }: Partial<Pick<User, 'displayName'>>,
    account: User | null,
  ): Promise<boolean> {
    if (displayName === undefined || displayName === account?.displayName) return false;
    const given = readAs(displayName);
    if (ROLES.some((role) => given.includes(role))) return true;
    const options = { select: { id: true, displayName: true }, where: { role: In(POWERFUL) } } as const;
    const powerful = await manager.find(User, options);
    return powerful.some((one) => one.id !== account?.id && readAs(one.displayName) === given);
  }
}
