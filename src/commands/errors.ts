import type { Break, BreakKind } from '../audit/chain-check.js';
import type { ChangedLine } from '../audit/covered-histories.js';
import { DomainError, type Message } from '../domain/domain-error.js';
import type { DamagedFile } from '../backup/damaged-files.js';
import type { ScoreCheck } from '../scoring/stored/rescoring.service.js';

/** @param option that takes a month, such as `--month` */
export const monthInvalid = (option: string, given: string): DomainError =>
  new DomainError('unfit', 'month-invalid', {
    zh: `${option} “${given}” 不是月份，应为如 2026-10。`,
    en: `${option} “${given}” is not a month such as 2026-10.`,
  });

export const timeInvalid = (given: string): DomainError =>
  new DomainError('unfit', 'time-invalid', {
    zh: `--at “${given}” 不是时间，应为 2026-11-09T09:00 或 2026-11-09T09:00:00+08:00。`,
    en: `--at “${given}” is not a time such as 2026-11-09T09:00 or 2026-11-09T09:00:00+08:00.`,
  });

export const inputTooLarge = (file: string, megabytes: number): DomainError =>
  new DomainError('too-large', 'file-too-large', {
    zh: `文件 ${file} 超过 ${megabytes} MB，不是绩效文件。`,
    en: `${file} is larger than ${megabytes} MB; this cannot be the document.`,
  });

export function inputUnreadable(file: string, error: unknown): DomainError {
  const code = (error as { code?: string }).code ?? '';
  const missing = code === 'ENOENT';
  const zh = missing ? '没有这个文件' : `无法读取（${code}）`;
  const en = missing ? 'There is no such file' : `It cannot be read (${code})`;
  return new DomainError('unfit', 'file-unreadable', { zh: `${file}：${zh}。`, en: `${file}: ${en}.` });
}

export function jsonInvalid(file: string, error: unknown): DomainError {
  const what = error instanceof Error ? error.message : '';
  return new DomainError('unfit', 'json-invalid', {
    zh: `${file} 不是有效的 JSON：${what}`,
    en: `${file} is not valid JSON: ${what}`,
  });
}

const BREAKS: Readonly<Record<BreakKind, (position: string) => Message>> = {
  altered: (position) => ({
    zh: `审计日志第 ${position} 行被改动，或其前有行被删除。`,
    en: `Line ${position} of the audit log was altered, or a line before it was removed.`,
  }),
  missing: (position) => ({
    zh: `审计日志自第 ${position} 行起有行缺失，且没有检查点说明是到期删除的。`,
    en: `Lines of the audit log are missing from line ${position} on, and no checkpoint says that they were dropped when their time was over.`,
  }),
  stray: (position) => ({
    zh: `审计日志第 ${position} 行在检查点之前：该处的行已到期删除，这一行是事后塞入的。`,
    en: `Line ${position} of the audit log lies before its checkpoint, where lines were dropped: it was put there afterwards.`,
  }),
  checkpoint: (position) => ({
    zh: `审计日志第 ${position} 行处的检查点是伪造的、被改动，或其前的检查点被删除。`,
    en: `The checkpoint of the audit log at line ${position} is forged or altered, or one before it was removed.`,
  }),
  seal: (position) => ({
    zh: `审计日志第 ${position} 行没有以密钥封签：它或其前的行被数据库属主重写过。`,
    en: `Line ${position} of the audit log is not sealed with the key: it, or what precedes it, was rewritten by an owner of the database.`,
  }),
  unsealed: () => ({
    zh: '审计日志没有一行以本机密钥封签：日志被整体重写，或密钥不是原来的。',
    en: 'No line of the audit log is sealed with the key that is here: the log was rewritten, or the key is another one.',
  }),
  head: (position) => ({
    zh: `审计日志曾有第 ${position} 行（见留存的首部记录），现在没有或不同：末尾被截去，或日志被重写。`,
    en: `The audit log had a line ${position}, which a head of it that was kept names, and has it no more: its end was cut off, or it was rewritten.`,
  }),
  'head-forged': (position) => ({
    zh: `所给的首部记录（第 ${position} 行）不是以密钥签出的。`,
    en: `The head that was given (line ${position}) was not signed with the key.`,
  }),
  'head-lost': (position) => ({
    zh: `DATA_DIR 中的 audit-head.json 不见了，或早于上一夜核对过的首部（第 ${position} 行，见 audit-verified.json）：可能有人为掩盖被截去的末尾换掉了它。`,
    en: `audit-head.json in DATA_DIR is gone, or older than the head that the last night verified (line ${position}, audit-verified.json): somebody may have replaced it to hide that the end was cut off.`,
  }),
};

export function auditLogAltered({ how, position }: Break): DomainError {
  return new DomainError('damaged', 'audit-altered', BREAKS[how](position));
}

export const auditKeptForEver = (): DomainError =>
  new DomainError('unfit', 'audit-days-missing', {
    zh: '没有设置 AUDIT_DAYS，审计日志永久保存，没有可删除的行。',
    en: 'AUDIT_DAYS is not set: the audit log is kept for ever, and nothing is dropped.',
  });

export const auditNotWhole = (): DomainError =>
  new DomainError('damaged', 'audit-not-whole', {
    zh: '审计日志或历史记录不完整，没有删除任何行。请运行 jixiao verify 查看，并告知审计员。',
    en: 'The audit log or what it vouches for is not whole, so nothing was dropped. jixiao verify names what it is; tell the auditors.',
  });

const NOT_SHORTENED: Readonly<Record<'clock-unsure' | 'head-stays' | 'no-owner', Message>> = {
  'clock-unsure': {
    zh: '本机与数据库的时钟相差一天以上，或日志在最近一周之前没有近期的行（时钟可能跳快），没有删除任何行。请校对两处时钟；时钟无误的，再过一周会照常删除。',
    en:
      'The clocks of this machine and of the database are more than a day apart, or the log has nothing recent from before the last week, as after ' +
      'a leap of the clock, so nothing was dropped. Set both clocks right; where they are right, lines are dropped a week later.',
  },
  'head-stays': {
    zh: '首部记录没有离开本机，没有删除任何行。请为一名审计员设置邮箱，或设置 AUDIT_HEAD_DIR 或 AUDIT_SYSLOG。',
    en: 'No head of the audit log has left this machine, so nothing was dropped. Give an auditor a mail address, or set AUDIT_HEAD_DIR or AUDIT_SYSLOG.',
  },
  'no-owner': {
    zh: '数据库角色不是表的所有者，没有删除任何行。请用 DATABASE_OWNER_URL 指定所有者（见 docs/operations/database.zh-CN.md）。',
    en: 'The database role does not own the tables, so nothing was dropped. Name their owner in DATABASE_OWNER_URL (docs/operations/database.md).',
  },
};

export const auditNotShortened = (why: keyof typeof NOT_SHORTENED): DomainError =>
  new DomainError('conflict', `audit-${why}`, NOT_SHORTENED[why]);

/** Names every one of them. */
export function historiesAltered(lines: readonly ChangedLine[]): DomainError {
  const list = (language: 'zh' | 'en') =>
    lines
      .map(({ table, key, how, position, columns }) => {
        const more = position ?? columns;
        return `${table} ${key} ${LINE_DAMAGE[how][language]}${more ? ` (${position ? 'audit ' : ''}${more})` : ''}`;
      })
      .join('\n');
  return new DomainError('damaged', 'histories-altered', {
    zh: `历史记录及填报、预算、目标表、指标、账号有 ${lines.length} 行与审计日志不符：\n${list('zh')}`,
    en: `${lines.length} lines of histories, entries, budgets, sheets, indicators or accounts are not as the audit log has them:\n${list('en')}`,
  });
}

const DAMAGE = { missing: { zh: '丢失', en: 'missing' }, altered: { zh: '被改动', en: 'altered' } };
const LINE_DAMAGE: Readonly<Record<ChangedLine['how'], Message>> = {
  ...DAMAGE,
  uncovered: { zh: '审计日志中没有记载', en: 'unknown to the audit log' },
  before: { zh: '在下列审计记录之前被改动，没有记载', en: 'changed by nobody known before this line of the audit log' },
  moved: {
    zh: '提交、审核等操作不改动数据，但与前一条历史不同',
    en: 'moved with other figures than the line of history before it',
  },
  strayed: { zh: '与其最新的历史或审计记录不符', en: 'not as its newest line of history, or of the audit log, has it' },
};

/** @param names of triggers, constraints, defaults, settings and the like (`strangeGuards`) */
export const guardsStrange = (names: readonly string[]): DomainError =>
  new DomainError('damaged', 'audit-guards-changed', {
    zh: `数据库中有 ${names.length} 处触发器、约束、默认值、规则、策略、视图或函数是外来的、被改动的、停用的或缺失的，或者有危险的设置、模式或权限，此后写入的记录可能被吞掉或改动：\n${names.join('\n')}`,
    en: `${names.length} triggers, constraints, defaults, rules, policies, views or functions of the database are foreign, altered, switched off or missing, or settings, schemas or rights are dangerous; what was written since may be lost or altered:\n${names.join('\n')}`,
  });

/** Names every one of them: whoever restores them has to know all. */
export function filesDamaged(files: readonly DamagedFile[]): DomainError {
  const list = (language: 'zh' | 'en') =>
    files.map(({ sha256, how, usedAs }) => `${sha256} ${DAMAGE[how][language]}: ${usedAs.join(', ')}`).join('\n');
  return new DomainError('damaged', 'files-damaged', {
    zh: `${files.length} 个文件丢失或被改动，请从备份中取回：\n${list('zh')}`,
    en: `${files.length} files are missing or altered; take them from a backup:\n${list('en')}`,
  });
}

export const reportsAltered = (ids: readonly string[]): DomainError =>
  new DomainError('damaged', 'reports-altered', {
    zh: `${ids.length} 份报告与其校验码或审计日志不符：\n${ids.join('\n')}`,
    en: `${ids.length} reports do not fit their checksums, or are not as the audit log has them:\n${ids.join('\n')}`,
  });

export function scoresDiffer(checks: readonly ScoreCheck[]): DomainError {
  const all = checks.flatMap(({ asOf, differing }) => differing.map((row) => ({ asOf, ...row })));
  const rows = all
    .slice(0, 20)
    .map((row) => `${row.asOf} ${row.sheetId} ${row.indicatorId ?? '—'} ${row.stored ?? '—'} ≠ ${row.expected ?? '—'}`)
    .join('\n');
  return new DomainError('damaged', 'scores-differ', {
    zh: `${all.length} 行得分与 SQL 核算不同，请运行 run-job rescoring：\n${rows}`,
    en: `${all.length} rows differ from plain SQL; run the job rescoring:\n${rows}`,
  });
}

/** @param hashes of the files that were lost or altered before the backup was made */
export const backupOfDamage = (hashes: readonly string[]): DomainError =>
  new DomainError('damaged', 'backup-of-damage', {
    zh: `备份文件本身完好，但备份时已有 ${hashes.length} 个文件丢失或被改动：${hashes.join('、')}。请在更早的备份中查找它们。`,
    en: `The backup itself is whole, but ${hashes.length} files had been lost or altered before it was made: ${hashes.join(', ')}. Look for them in an earlier one.`,
  });
