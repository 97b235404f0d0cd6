import type { Command } from 'commander';
import { AuditService } from '../audit/audit.service.js';
import { Today } from '../common/today.js';
import { readConfiguration } from '../config/configuration.js';
import { DomainError } from '../domain/domain-error.js';
import { isMonth, yearOf } from '../domain/month.js';
import { type ScoreCheck, RescoringService } from '../scoring/rescoring.service.js';
import { note, printJson, say } from './console-output.js';
import { withApplication } from './with-application.js';

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('walk the hash chain of the audit log / 检查审计日志是否被改动')
    .action(verifyAuditLog);
  program
    .command('verify-scores')
    .description('compare every stored score with plain SQL / 用 SQL 逐行核对已存得分')
    .option('--as-of <month>', 'such as 2026-10; by default the last month that is over')
    .option('--json', 'the result as JSON on standard output')
    .action(verifyScores);
}

function verifyAuditLog(): Promise<void> {
  return withApplication(readConfiguration(process.env), async (app) => {
    const { lines, broken } = await app.get(AuditService).verify();
    if (broken !== null) throw altered(broken);
    note(say(`审计日志 ${lines} 行，完整无改动。`, `Audit log: ${lines} lines, none altered.`));
  });
}

function verifyScores({ asOf, json = false }: { asOf?: string; json?: boolean }): Promise<void> {
  if (asOf !== undefined && !isMonth(asOf)) throw notAMonth(asOf);
  return withApplication(readConfiguration(process.env), async (app) => {
    const today = app.get(Today);
    const check = await app.get(RescoringService).verify(asOf ?? today.asOf(yearOf(today.date())));
    if (json) printJson(check);
    if (check.differing.length > 0) throw differ(check);
    const { sheets, indicators, asOf: month } = check;
    note(
      say(
        `${month}：${sheets} 张表、${indicators} 个指标，得分与 SQL 核算全部一致（0 行不同）。`,
        `${month}: ${sheets} sheets, ${indicators} indicators, 0 rows differ from plain SQL.`,
      ),
    );
  });
}

const altered = (position: string): DomainError =>
  new DomainError('audit-altered', {
    zh: `审计日志第 ${position} 行被改动，或其前有行被删除。`,
    en: `Line ${position} of the audit log was altered, or a line before it was removed.`,
  });

const notAMonth = (text: string): DomainError =>
  new DomainError('month-invalid', {
    zh: `--as-of “${text}” 不是月份，应为如 2026-10。`,
    en: `--as-of “${text}” is not a month such as 2026-10.`,
  });

function differ({ asOf, differing }: ScoreCheck): DomainError {
  const rows = differing
    .slice(0, 20)
    .map((row) => `${row.sheetId} ${row.indicatorId ?? '—'} ${row.stored ?? '—'} ≠ ${row.expected ?? '—'}`)
    .join('\n');
  return new DomainError('scores-differ', {
    zh: `${asOf} 有 ${differing.length} 行得分与 SQL 核算不同，请运行 run-job rescoring：\n${rows}`,
    en: `${asOf}: ${differing.length} rows differ from plain SQL; run the job rescoring:\n${rows}`,
  });
}
