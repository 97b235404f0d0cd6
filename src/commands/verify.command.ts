import type { Command } from 'commander';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { readConfiguration } from '../config/configuration.js';
import { isMonth } from '../domain/calendar/month.js';
import { type ScoreCheck, RescoringService } from '../scoring/stored/rescoring.service.js';
import { note, printJson, say } from './console-output.js';
import { withApplication } from './with-application.js';
import { auditLogAltered, monthInvalid, scoresDiffer } from './errors.js';

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('walk the hash chain of the audit log / 检查审计日志是否被改动')
    .action(verifyAuditLog);
  program
    .command('verify-scores')
    .description('compare every stored score with plain SQL / 用 SQL 逐行核对已存得分')
    .option(
      '--as-of <month>',
      'such as 2026-10; by default the last month that is over of every year that is not finished',
    )
    .option('--json', 'the result as JSON on standard output')
    .action(verifyScores);
}

function verifyAuditLog(): Promise<void> {
  return withApplication(readConfiguration(process.env), async (app) => {
    const { lines, broken } = await app.get(AuditService).verify();
    if (broken !== null) throw auditLogAltered(broken);
    note(say(`审计日志 ${lines} 行，完整无改动。`, `Audit log: ${lines} lines, none altered.`));
  });
}

function verifyScores({ asOf, json = false }: { asOf?: string; json?: boolean }): Promise<void> {
  if (asOf !== undefined && !isMonth(asOf)) throw monthInvalid('--as-of', asOf);
  return withApplication(readConfiguration(process.env), async (app) => {
    const rescoring = app.get(RescoringService);
    const months = asOf === undefined ? await rescoring.months(app.get(Clock).now()) : [asOf];
    const checks: ScoreCheck[] = [];
    for (const month of months) checks.push(await rescoring.verify(month));
    if (json) printJson({ checks });
    for (const check of checks) note(outcomeOf(check));
    const wrong = checks.filter(({ differing }) => differing.length > 0);
    if (wrong.length > 0) throw scoresDiffer(wrong);
  });
}

/** Where nothing is stored nothing was compared: that is no proof. */
const outcomeOf = ({ sheets, indicators, asOf, differing }: ScoreCheck): string =>
  sheets === 0 && differing.length === 0
    ? say(
        `${asOf}：还没有已存的得分，未作核对；请先运行 run-job rescoring。`,
        `${asOf}: no score is stored yet, nothing was compared; run the job rescoring first.`,
      )
    : say(
        `${asOf}：${sheets} 张表、${indicators} 个指标，与 SQL 核算不同的有 ${differing.length} 行。`,
        `${asOf}: ${sheets} sheets, ${indicators} indicators, ${differing.length} rows differ from plain SQL.`,
      );
