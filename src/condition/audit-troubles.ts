import type { Looking } from './database-troubles.js';
import { trouble, type Trouble } from './trouble.js';

const LAST = `
  SELECT result ->> 'broken' AS broken, (result ->> 'changed')::int AS changed, result ->> 'notDropped' AS "notDropped" FROM job_run
  WHERE job = 'audit' AND state = 'done' ORDER BY slot DESC LIMIT 1`;

interface LastNight {
  readonly broken: string | null;
  readonly changed: number | null;
  readonly notDropped: string | null;
}

/** What the night's walk along the audit log has found, and whether it could drop what is kept no longer. */
export async function auditTroubles({ manager }: Looking): Promise<Trouble[]> {
  const [last]: LastNight[] = await manager.query(LAST);
  if (!last) return [];
  return [...brokenAudit(last), ...auditKeptLonger(last)];
}

function brokenAudit({ broken, changed }: LastNight): Trouble[] {
  if (!broken && !changed) return [];
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
            `历史记录及填报、预算、目标表、指标、账号有 ${changed ?? 0} 行与审计日志不符。`,
            `${changed ?? 0} lines of histories, entries, budgets, sheets, indicators or accounts are not as the audit log has them.`,
          ],
      [
        '保留现场并告知审计员；运行 jixiao verify 查看是哪些行，用留存的首部记录（verify --head）和备份对照。',
        'Leave everything as it is and tell the auditors. jixiao verify names the lines; compare with a head that was kept (verify --head) and with a backup.',
      ],
    ),
  ];
}

/** What to do where lines were kept longer; what is not whole is told as that. */
const REMEDIES: Readonly<Record<string, [zh: string, en: string]>> = {
  'no-owner': [
    '由持有 DATABASE_OWNER_URL 的人运行 jixiao shorten-audit-log。',
    'Whoever has DATABASE_OWNER_URL runs jixiao shorten-audit-log.',
  ],
  'head-stays': [
    '首部记录须先离开本机：为一名审计员设置邮箱，或设置 AUDIT_HEAD_DIR 或 AUDIT_SYSLOG。',
    'A head has to leave this machine first: give an auditor a mail address, or set AUDIT_HEAD_DIR or AUDIT_SYSLOG.',
  ],
  'clock-unsure': [
    '本机与数据库的时钟相差一天以上，或日志在最近一周之前没有近期的行（时钟可能跳快）：请校对两处时钟；时钟无误的，再过一周会照常删除。',
    'The clocks of this machine and of the database are more than a day apart, or the log has nothing recent from before the last week, as after a leap of the clock. Set both clocks right; where they are right, lines are dropped a week later.',
  ],
};

function auditKeptLonger({ notDropped }: LastNight): Trouble[] {
  const remedy = REMEDIES[notDropped ?? ''];
  if (!remedy) return [];
  return [
    trouble(
      'warning',
      'audit-kept-longer',
      [
        '审计日志有超过 AUDIT_DAYS 的行，没有删除。',
        'Lines of the audit log are older than AUDIT_DAYS and were not dropped.',
      ],
      remedy,
    ),
  ];
}
