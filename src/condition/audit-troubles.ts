import type { Looking } from './database-troubles.js';
import { trouble, type Trouble } from './trouble.js';

const LAST = `
  SELECT result ->> 'broken' AS broken, (result ->> 'changed')::int AS changed FROM job_run
  WHERE job = 'audit' AND state = 'done' ORDER BY slot DESC LIMIT 1`;

/** What the night's walk along the audit log has found. */
export async function brokenAudit({ manager }: Looking): Promise<Trouble[]> {
  const [last]: { broken: string | null; changed: number | null }[] = await manager.query(LAST);
  if (!last || (!last.broken && !last.changed)) return [];
  const { broken, changed } = last;
  return [
    trouble(
      'error',
      'audit-broken',
      broken
        ? [
            `审计日志不完整：第 ${broken.split(' ')[1] ?? ''} 行处有改动、重写或截断。`,
            `The audit log is not whole: it was altered, rewritten or cut off at line ${broken.split(' ')[1] ?? ''}.`,
          ]
        : [
            `历史记录及填报、预算有 ${changed ?? 0} 行与审计日志不符。`,
            `${changed ?? 0} lines of histories, entries or budgets are not as the audit log has them.`,
          ],
      [
        '保留现场并告知审计员；运行 jixiao verify 查看是哪些行，用留存的首部记录（verify --head）和备份对照。',
        'Leave everything as it is and tell the auditors. jixiao verify names the lines; compare with a head that was kept (verify --head) and with a backup.',
      ],
    ),
  ];
}
