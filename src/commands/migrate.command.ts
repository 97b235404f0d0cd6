import type { Command } from 'commander';
import { readConfiguration } from '../config/configuration.js';
import { prepareDatabase } from '../app/database/prepare-database.js';
import { note, say } from './console-output.js';

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date / 更新数据库结构')
    .action(async () => {
      const database = await prepareDatabase(readConfiguration(process.env), 'join');
      await database.close();
      note(say('数据库已是最新结构。', 'The database is up to date.'));
    });
}
