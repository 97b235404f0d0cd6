import type { Command } from 'commander';
import { BackupService } from '../backup/backup.service.js';
import { damagedFiles } from '../backup/damaged-files.js';
import { NightlyBackups } from '../backup/nightly-backups.js';
import { Clock } from '../common/clock.js';
import { messageOf } from '../common/exit.js';
import { ConditionService } from '../condition/condition.service.js';
import { fullDisks } from '../condition/full-disk.js';
import { lostFiles } from '../condition/lost-files.js';
import { unusableMailServer } from '../condition/mail-server.js';
import { missingFonts } from '../condition/missing-font.js';
import { trouble, type Trouble } from '../condition/trouble.js';
import { weakSettings } from '../condition/weak-settings.js';
import { type Configuration, readConfiguration } from '../config/configuration.js';
import { DomainError } from '../domain/domain-error.js';
import { storageOf } from '../files/files.module.js';
import { LANGUAGE, note, print, printJson, say } from './console-output.js';
import { withDatabase } from './with-database.js';

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('what is wrong with this installation, and what to do / 检查安装并给出处理办法')
    .option('--json', 'the result as JSON on standard output')
    .action(examine);
}

/** Changes nothing: tables of an earlier version stay as they are. */
async function examine({ json = false }: { json?: boolean }): Promise<void> {
  const configuration = readConfiguration(process.env);
  const troubles = [...(await unusableMailServer(configuration)), ...(await throughDatabase(configuration))];
  if (json) printJson({ troubles });
  else {
    for (const { severity, message, remedy } of troubles) {
      print(`${severity === 'error' ? '✗' : '!'} ${message[LANGUAGE]}\n  → ${remedy[LANGUAGE]}`);
    }
  }
  if (troubles.length === 0) note(say('没有发现问题。', 'Nothing is wrong.'));
  else process.exitCode = 1;
}

async function throughDatabase(configuration: Configuration): Promise<Trouble[]> {
  try {
    return await withDatabase(
      configuration,
      async (dataSource) => {
        const storage = storageOf(configuration);
        const backups = new NightlyBackups(new BackupService(dataSource, storage, configuration), configuration);
        const found = await new ConditionService(dataSource, configuration, backups, new Clock()).look();
        return [...found, ...lostFiles(await damagedFiles(dataSource.manager, storage, 'there'))];
      },
      { asTheyAre: true },
    );
  } catch (error) {
    return [unreachable(error), ...(await aroundIt(configuration))];
  }
}

/** What can be said without a database. */
const aroundIt = async (configuration: Configuration): Promise<Trouble[]> => [
  ...(await fullDisks(configuration)),
  ...(await missingFonts()),
  ...weakSettings(configuration),
];

function unreachable(error: unknown): Trouble {
  const [zh = '', en = zh] = messageOf(error).split('\n');
  if (error instanceof DomainError && error.code === 'no-installation')
    return trouble(
      'error',
      error.code,
      [zh, en],
      ['启动服务一次，或指定正确的 DATA_DIR。', 'Start the service once, or name the right DATA_DIR.'],
    );
  return trouble(
    'error',
    'database-unusable',
    [zh, en],
    [
      '核对 DATABASE_URL 的主机、端口、用户名、密码和库名，并确认数据库在运行；没有 DATABASE_URL 时，见 DATA_DIR/postgres.log。',
      'Check host, port, user, password and name in DATABASE_URL, and that the database runs; without DATABASE_URL, see DATA_DIR/postgres.log.',
    ],
  );
}
