import type { Command } from 'commander';
import { AuditNightService } from '../audit-heads/audit-night.service.js';
import { readConfiguration } from '../config/configuration.js';
import { note, say } from './console-output.js';
import { auditKeptForEver, auditNotShortened, auditNotWhole } from './errors.js';
import { withApplication } from './with-application.js';

export function addShortenAuditLogCommand(program: Command): void {
  program
    .command('shorten-audit-log')
    .description('drop what AUDIT_DAYS keeps no longer, as the night does / 按 AUDIT_DAYS 删除到期的审计日志')
    .action(shortenAuditLog);
}

async function shortenAuditLog(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (configuration.AUDIT_DAYS === undefined) throw auditKeptForEver();
  await withApplication(configuration, async (app) => {
    const { broken, changed, dropped, notDropped } = await app.get(AuditNightService).run();
    if (broken || changed > 0 || notDropped === 'not-whole') throw auditNotWhole();
    if (notDropped) throw auditNotShortened(notDropped);
    note(
      dropped === 0
        ? say('没有到期的行。', 'No line is old enough yet.')
        : say(
            `审计日志已校验，首部已送出；到期的 ${dropped} 行已删除，检查点已封签留存。`,
            `The audit log is whole and its head was sent; ${dropped} lines were dropped behind a sealed checkpoint.`,
          ),
    );
  });
}
