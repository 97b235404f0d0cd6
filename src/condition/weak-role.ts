import type { EntityManager } from 'typeorm';
import { type ServiceRights, serviceRights } from '../database/rights/service-rights.js';
import { trouble, type Trouble } from './trouble.js';

const SHOWN = 5;

/** The role that asks, where it may less than the service needs, or more. */
export async function weakRole({ manager }: { manager: EntityManager }): Promise<Trouble[]> {
  const rights = await serviceRights(manager);
  if (rights.lacking.length > 0) return [lacking(rights)];
  if (rights.isOwner) return [owner(rights)];
  return rights.excess.length > 0 ? [excess(rights)] : [];
}

const some = (rights: readonly string[]): string => rights.slice(0, SHOWN).join(', ');

const lacking = ({ role, lacking }: ServiceRights): Trouble =>
  trouble(
    'error',
    'database-rights-lacking',
    [`数据库角色 ${role} 缺少权限：${some(lacking)}。`, `The database role ${role} lacks rights: ${some(lacking)}.`],
    [
      '运行 jixiao migrate（使用数据库服务器时须设 DATABASE_OWNER_URL），它会授予所需权限。',
      'Run jixiao migrate (with DATABASE_OWNER_URL on a server): it grants what is needed.',
    ],
  );

const owner = ({ role }: ServiceRights): Trouble =>
  trouble(
    'warning',
    'database-role-owner',
    [
      `服务以表的所有者（角色 ${role}）运行：侵入服务的人可以改动审计日志和历史记录，或删除表。`,
      `The service runs as the owner of its tables (role ${role}): whoever breaks into it can alter the audit log and histories, or drop tables.`,
    ],
    [
      '为服务另建一个角色，写入 DATABASE_URL，把现在的地址写入 DATABASE_OWNER_URL（见 docs/operations/database.zh-CN.md）。',
      'Make a role for the service, name it in DATABASE_URL, and put the present address into DATABASE_OWNER_URL (docs/operations/database.md).',
    ],
  );

const excess = ({ role, excess }: ServiceRights): Trouble =>
  trouble(
    'warning',
    'database-rights-excess',
    [
      `数据库角色 ${role} 的权限过多：${some(excess)}。侵入服务的人也会拥有这些权限。`,
      `The database role ${role} may do more than the service needs: ${some(excess)}. So may whoever breaks into it.`,
    ],
    [
      '由授予者收回这些权限（REVOKE），或撤销使其获得这些权限的角色成员身份。',
      'Let whoever granted them take them back (REVOKE), or end the membership in another role that brings them.',
    ],
  );
