import type { Command } from 'commander';
import { renewSecretsKey } from '../auth/second-factor/new-secrets-key.js';
import { readConfiguration } from '../config/configuration.js';
import { note, print, say } from './console-output.js';
import { withDatabase } from './with-database.js';

export function addSecretsKeyCommand(program: Command): void {
  program
    .command('secrets-key')
    .requiredOption('--new', 'make another key, and seal with it what the former one sealed')
    .description('replace the key that secrets in the database are encrypted with / 更换数据库密文的密钥')
    .action(makeSecretsKey);
}

async function makeSecretsKey(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { file, former, secrets } = await withDatabase(configuration, (dataSource) =>
    renewSecretsKey(dataSource, configuration),
  );
  const kept = former ? say(`原密钥留在 ${former}，`, `The former key is in ${former}: `) : '';
  note(
    say(
      `${secrets} 个密文已用新密钥重新加密。${kept ? `${kept}此前的备份仍要用它，` : ''}所有进程须换用新密钥并重新启动。`,
      `${secrets} secrets are sealed with the new key. ${kept ? `${kept}backups of before need it. ` : ''}All processes take the new key and start again.`,
    ),
  );
  print(file);
}
