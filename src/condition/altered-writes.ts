import { lastAlteredWrite } from '../audit/as-meant.js';
import type { Looking } from './database-troubles.js';
import { trouble, type Trouble } from './trouble.js';

/** What the database stored otherwise than it was meant, and was refused; until this process ends. */
export function alteredWrites({ manager }: Looking): Promise<Trouble[]> {
  const last = lastAlteredWrite(manager.dataSource);
  if (!last) return Promise.resolve([]);
  const [at, what] = [last.at.toISOString(), `${last.table} (${last.fields.join(', ')})`];
  return Promise.resolve([
    trouble(
      'error',
      'values-altered',
      [
        `${at} 数据库存下的值与提交的不一致，操作未执行：${what}。`,
        `At ${at} the database stored other values than were sent, and the change was not made: ${what}.`,
      ],
      [
        '保留现场并告知审计员：数据库中有或有过改动数据的触发器，可能已被删去。查明由谁所为；重启后不再显示。',
        'Leave everything as it is and tell the auditors: a trigger that alters values is, or was, in the database, and may be gone again. Find out whose it is; a restart ends this notice.',
      ],
    ),
  ]);
}
