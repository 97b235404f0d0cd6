import type { EntityManager } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { libraryDays } from '../calendar/library-days.js';
import { trouble, type Trouble } from './trouble.js';

/** What is looked at: the database, and the clock of this machine when it was asked. */
export interface Looking {
  readonly manager: EntityManager;
  readonly now: Date;
}

const SKEW_MS = 60_000;
/** A claim lives a minute: after this time nobody took it over. */
const STUCK_MINUTES = 5;
const DAILY_HOURS = 26;
const MAIL_HOURS = 6;

export async function skewedClock({ manager, now }: Looking): Promise<Trouble[]> {
  const [row]: { at: Date; last: Date | null }[] = await manager.query(
    'SELECT clock_timestamp() AS at, (SELECT max(at) FROM audit_event) AS last',
  );
  const between = row ? Math.round((now.getTime() - row.at.getTime()) / 1000) : 0;
  const ahead = row?.last ? Math.round((row.last.getTime() - row.at.getTime()) / 60_000) : 0;
  const remedy = [
    '用 NTP 校准所有机器的时间（如 chrony）。',
    'Set the clocks of all machines by NTP (such as chrony).',
  ] as const;
  if (Math.abs(between) * 1000 > SKEW_MS) {
    return [
      trouble(
        'error',
        'clock-skewed',
        [
          `本机时间与数据库相差 ${between} 秒。`,
          `The clock of this machine differs from the database's by ${between} seconds.`,
        ],
        remedy,
      ),
    ];
  }
  if (ahead * 60_000 <= SKEW_MS) return [];
  return [
    trouble(
      'error',
      'clock-set-back',
      [
        `审计日志最后一行比现在晚 ${ahead} 分钟：时间曾经超前，或现在落后。`,
        `The last line of the audit log is ${ahead} minutes in the future: the clock was ahead, or is behind now.`,
      ],
      remedy,
    ),
  ];
}

/** This year's, and from December next year's. */
export async function missingCalendar({ manager, now }: Looking): Promise<Trouble[]> {
  const years = [now.getFullYear(), ...(now.getMonth() === 11 ? [now.getFullYear() + 1] : [])];
  const rows: { year: number }[] = await manager.query('SELECT year FROM calendar_year WHERE year = ANY ($1)', [years]);
  return years
    .filter((year) => !rows.some((row) => row.year === year) && libraryDays(year).length === 0)
    .map((year) =>
      trouble(
        'warning',
        'calendar-missing',
        [
          `${year} 年的节假日安排尚未录入，截止日暂按周一至周五推算。`,
          `The holidays of ${year} are not entered; due dates go by Monday to Friday.`,
        ],
        [
          `国务院办公厅公布后，由绩效办在“工作日历”页选 ${year} 年录入或导入。`,
          `When they are published, the performance office enters or imports them on the page Calendar, year ${year}.`,
        ],
      ),
    );
}

export async function pendingMigrations({ manager }: Looking): Promise<Trouble[]> {
  const rows: { name: string }[] = await manager.query('SELECT name FROM migrations');
  const pending = MIGRATIONS.filter(({ name }) => !rows.some((row) => row.name === name));
  if (pending.length === 0) return [];
  return [
    trouble(
      'error',
      'migrations-pending',
      [
        `数据库结构落后 ${pending.length} 步。`,
        `The tables of the database are ${pending.length} steps behind this program.`,
      ],
      [
        '先备份（jixiao backup），再运行 jixiao migrate 或启动服务。',
        'Make a backup (jixiao backup), then run jixiao migrate or start the service.',
      ],
    ),
  ];
}

const JOBS = `
  SELECT DISTINCT ON (job) job, state, error, alive_until < $1::timestamptz - make_interval(mins => ${STUCK_MINUTES}) AS lost,
         coalesce(finished_at, started_at) < $1::timestamptz - make_interval(hours => ${DAILY_HOURS}) AS old
  FROM job_run WHERE state <> 'skipped' AND started_at < $1::timestamptz + interval '1 hour' ORDER BY job, slot DESC`;

interface LastRun {
  readonly job: string;
  readonly state: string;
  readonly error: string | null;
  readonly lost: boolean;
  readonly old: boolean;
}

/** The first line of the audit log is of the first start. */
const NEVER_RAN = `
  SELECT NOT EXISTS (SELECT FROM job_run)
     AND (SELECT at FROM audit_event ORDER BY position LIMIT 1) < $1::timestamptz - make_interval(hours => ${DAILY_HOURS}) AS never`;

const SEE_WORKER = [
  '检查运行任务的进程（ROLE=all 或 worker）是否在运行，必要时重新启动。',
  'See whether a process that runs jobs (ROLE=all or worker) is alive, and start it again.',
] as const;

/** Daily jobs whose last run failed, was left by its process, or is longer ago than a day; and when none ever ran. */
export async function stuckJobs({ manager, now }: Looking): Promise<Trouble[]> {
  const [ran]: { never: boolean | null }[] = await manager.query(NEVER_RAN, [now]);
  if (ran?.never) {
    return [trouble('error', 'job-stuck', ['从未运行过任何任务。', 'No job has ever run.'], SEE_WORKER)];
  }
  const runs: LastRun[] = await manager.query(JOBS, [now]);
  return runs.flatMap(({ job, state, error, lost, old }) => {
    if (state === 'failed' || (state === 'running' && error !== null && !lost)) {
      const [zh = '', en = zh] = (error ?? '').split('\n'); // as JobRunner writes it
      return trouble(
        'error',
        'job-failed',
        [`任务 ${job} 最近一次运行失败：${zh}`, `The last run of the job ${job} failed: ${en}`],
        ['它每五分钟重试一次；请按上面的原因处理。', 'It is tried again every five minutes; see to what it says.'],
      );
    }
    if ((state === 'running' && lost) || old) {
      return trouble(
        'error',
        'job-stuck',
        [`任务 ${job} 已停滞：没有进程在运行它。`, `The job ${job} has come to a halt: no process runs it.`],
        SEE_WORKER,
      );
    }
    return [];
  });
}

const MAILS = `
  SELECT (SELECT min(since) FROM relay_failure) AS "failsSince",
         (SELECT count(*)::int FROM mail WHERE finished_at IS NULL AND state <> 'planned'
            AND created_at < $1::timestamptz - make_interval(hours => ${MAIL_HOURS})) AS waiting,
         (SELECT count(*)::int FROM mail WHERE state = 'undeliverable'
            AND finished_at > $1::timestamptz - interval '7 days') AS undeliverable`;

interface MailStanding {
  readonly failsSince: Date | null;
  readonly waiting: number;
  readonly undeliverable: number;
}

/** While it lasts no mail can say anything. */
export const RELAY_FAILS = 'mail-server-fails';

const SEE_SMTP = [
  '检查 SMTP_URL 和邮件服务器；jixiao doctor 会试连一次。',
  'See to SMTP_URL and the mail server; jixiao doctor tries it once.',
] as const;

export async function stuckMails({ manager, now }: Looking): Promise<Trouble[]> {
  const [standing]: MailStanding[] = await manager.query(MAILS, [now]);
  if (!standing) return [];
  const { failsSince, waiting, undeliverable } = standing;
  const since = failsSince?.toISOString() ?? '';
  return [
    ...(failsSince
      ? [
          trouble(
            'error',
            RELAY_FAILS,
            [`自 ${since} 起邮件服务器不接收任何邮件。`, `The mail server has taken no mail since ${since}.`],
            SEE_SMTP,
          ),
        ]
      : []),
    ...(waiting > 0
      ? [
          trouble(
            'error',
            'mails-waiting',
            [
              `${waiting} 封邮件已等待超过 ${MAIL_HOURS} 小时。`,
              `${waiting} mails have waited for more than ${MAIL_HOURS} hours.`,
            ],
            SEE_SMTP,
          ),
        ]
      : []),
    ...(undeliverable > 0
      ? [
          trouble(
            'warning',
            'mails-undeliverable',
            [
              `最近七天有 ${undeliverable} 封邮件五天内无法送达，已放弃。`,
              `${undeliverable} mails were given up in the last seven days.`,
            ],
            SEE_SMTP,
          ),
        ]
      : []),
  ];
}
