import type { Command } from 'commander';
import { AuditService } from '../audit/audit.service.js';
import { readConfiguration } from '../config/configuration.js';
import { DomainError } from '../domain/domain-error.js';
import { note, say } from './console-output.js';
import { withApplication } from './with-application.js';

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('walk the hash chain of the audit log / 检查审计日志是否被改动')
    .action(() =>
      withApplication(readConfiguration(process.env), async (app) => {
        const { lines, broken } = await app.get(AuditService).verify();
        if (broken !== null) throw altered(broken);
        note(say(`审计日志 ${lines} 行，完整无改动。`, `Audit log: ${lines} lines, none altered.`));
      }),
    );
}

const altered = (position: string): DomainError =>
  new DomainError('audit-altered', {
    zh: `审计日志第 ${position} 行被改动，或其前有行被删除。`,
    en: `Line ${position} of the audit log was altered, or a line before it was removed.`,
  });
