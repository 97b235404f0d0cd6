import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { asItLooks } from '../../domain/look-alikes.js';
import { roleName } from '../../domain/role-name.js';
import { POWERFUL } from '../../domain/roles.js';
import { User } from '../users/user.entity.js';

/** Traditional characters of what these roles are called, and of surnames; those of other names are told by the eye alone. */
const SIMPLIFIED = new Map(
  [
    '系係繫',
    '统統',
    '员員',
    '审審',
    '计計',
    '绩績',
    '办辦',
    '样樣',
    '张張',
    '陈陳',
    '刘劉',
    '杨楊',
    '赵趙',
    '黄黃',
    '吴吳',
  ].flatMap(([simplified = '', ...others]) => others.map((other) => [other, simplified] as const)),
);
/** Digits that look like letters. */
const DIGITS = new Map([
  ['0', 'o'],
  ['1', 'l'],
]);

/** What a name is to whoever reads it: width, case, look and script of signs, and blanks between them, make no other. */
export const readAs = (name: string): string =>
  [
    ...asItLooks(name)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/\p{N}+$/u, ''),
  ]
    .map((sign) => SIMPLIFIED.get(sign) ?? DIGITS.get(sign) ?? sign)
    .join('')
    .replaceAll('i', 'l') // 1, l, I and i are one to the eye
    .replaceAll('人员', '员');

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
