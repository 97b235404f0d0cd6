import type { Command } from 'commander';
import { auditKeyKept } from '../audit/errors.js';
import { auditKeyFile, auditSecret, renewAuditKey } from '../audit/open-audit-log.js';
import { readConfiguration } from '../config/configuration.js';
import { note, print, say } from './console-output.js';
import { withDatabase } from './with-database.js';

export function addAuditKeyCommand(program: Command): void {
  program
    .command('audit-key')
    .requiredOption('--new', 'make another key, where the one that the audit log is sealed with is lost')
    .description('close the audit log, and seal what follows with a new key / 更换审计日志密钥')
    .action(makeAuditKey);
}

/** Only where there is none: a key that is still known proves more than one that is made today. */
async function makeAuditKey(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const file = auditKeyFile(configuration);
  if (auditSecret(configuration) !== null) throw auditKeyKept(file);
  const { name } = await withDatabase(configuration, (dataSource) => renewAuditKey(dataSource, configuration));
  note(
    say(
      `自此以新密钥 ${name} 封签审计日志，密钥在下列文件中，请另存一份。其他进程须换用它并重新启动。`,
      `The audit log is sealed with the new key ${name} from here on. Keep a copy of the file; other processes take it too, and start again.`,
    ),
  );
  print(file);
}
