import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { type AuditHead, headIn } from '../audit/audit-head.js';
import { noHead } from '../audit/errors.js';
import { BackupFile } from '../backup/backup-file.js';
import { IntegrityService } from '../backup/integrity.service.js';
import { Clock } from '../common/clock.js';
import { readConfiguration } from '../config/configuration.js';
import { isMonth } from '../domain/calendar/month.js';
import { type ScoreCheck, RescoringService } from '../scoring/stored/rescoring.service.js';
import { note, printJson, say } from './console-output.js';
import { withApplication } from './with-application.js';
import { backupOfDamage, inputUnreadable, monthInvalid, scoresDiffer } from './errors.js';
import { refuseDamage, tellHead, tellIntegrity } from './integrity-output.js';

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('are the audit log, the files and the reports as they were? / 检查审计日志、文件和报告是否完好')
    .option('--head <file>', 'a head of the audit log that was kept elsewhere, to be compared with it')
    .option('--backup <file>', 'look at a backup instead, without restoring it')
    .option('--identity <file>', 'the secret key of an encrypted backup; else BACKUP_PASSPHRASE')
    .action(verify);
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

interface VerifyOptions {
  readonly head?: string;
  readonly backup?: string;
  readonly identity?: string;
}

async function verify({ head, backup, identity }: VerifyOptions): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (backup !== undefined) {
    const opener = { identityFile: identity, passphrase: configuration.BACKUP_PASSPHRASE };
    const { takenAt, tables, files } = await new BackupFile(path.resolve(backup), opener).check();
    note(
      say(
        `备份完好：${takenAt}，${tables.length} 张表、${files.count} 个文件。`,
        `The backup is whole: of ${takenAt}, ${tables.length} tables, ${files.count} files.`,
      ),
    );
    const damaged = [...files.missing, ...files.altered];
    if (damaged.length > 0) throw backupOfDamage(damaged);
    return;
  }
  const kept = head === undefined ? undefined : await readHead(head);
  await withApplication(configuration, async (app) => {
    const integrity = await app.get(IntegrityService).check(kept);
    tellIntegrity(integrity);
    refuseDamage(integrity);
    if (kept) tellHead(kept, integrity.audit);
  });
}

/** A file of AUDIT_HEAD_DIR, or the text of a mail. */
async function readHead(file: string): Promise<AuditHead> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw inputUnreadable(file, error);
  });
  const head = headIn(text);
  // Every log that has a key has a line.
  if (!head || BigInt(head.position) === 0n) throw noHead(file);
  return head;
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
