import { lastAlteredAccount } from '../audit/rows/altered-account.js';
import type { Looking } from './database-troubles.js';
import { trouble, type Trouble } from './trouble.js';

/** An account that was altered past the program and was let at nothing; until this process ends. */
export function alteredAccounts({ manager }: Looking): Promise<Trouble[]> {
  const last = lastAlteredAccount(manager.dataSource);
  if (!last) return Promise.resolve([]);
  const [at, { id }] = [last.at.toISOString(), last];
  return Promise.resolve([
    trouble(
      'error',
      'account-altered',
      [
        `${at} 账号 ${id} 的角色、部门、科室、状态等与系统登记的不一致，其请求已被拒绝。`,
        `At ${at} account ${id} was not as it was registered (role, place, sections, state …), and its request was refused.`,
      ],
      [
        '保留现场并告知审计员：有人在数据库中改动账号，可能已改回。查明由谁所为，运行 jixiao verify；重启后不再显示，审计日志中的记录保留。',
        'Leave everything as it is and tell the auditors: somebody altered the account in the database, and may have put it back. Find out who, and run jixiao verify; a restart ends this notice, the line in the audit log stays.',
      ],
    ),
  ]);
}
