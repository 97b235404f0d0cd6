import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { makeFolder } from '../common/make-folder.js';
import { BackupService } from '../backup/backup.service.js';
import { fileExists } from '../backup/errors.js';
import { newKey } from '../backup/new-key.js';
import { backupName, sealOf } from '../backup/nightly-backups.js';
import type { Seal } from '../backup/sealing.js';
import { readConfiguration } from '../config/configuration.js';
import { storageOf } from '../files/files.module.js';
import { note, print, say } from './console-output.js';
import { withDatabase } from './with-database.js';

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .argument('[where]', 'file or folder to write; BACKUP_DIR by default, or else this folder')
    .description('everything in one file, while the service runs or not / 备份全部数据为一个文件')
    .option('--recipient <key>', 'encrypt for this public key (age1…); BACKUP_RECIPIENT by default')
    .action(backUp);
  program
    .command('backup-key')
    .argument('<file>', 'where to write the secret key; keep it away from the backups')
    .description('make a key for encrypted backups / 生成备份加密密钥')
    .action(makeKey);
}

/**
 * Leaves the tables as they are, also those of an earlier version: one wants a backup before an upgrade. As their owner, since
 * tables of an earlier version may be nobody else's to read.
 */
async function backUp(where: string | undefined, { recipient }: Pick<Seal, 'recipient'>): Promise<void> {
  const configuration = readConfiguration(process.env);
  const seal = recipient === undefined ? sealOf(configuration) : { recipient };
  const file = fileOf(where ?? configuration.BACKUP_DIR ?? '.', seal);
  await withDatabase(
    configuration,
    async (dataSource) => {
      const service = new BackupService(dataSource, storageOf(configuration), configuration);
      const { manifest, bytes, unfinished } = await service.write(file, seal);
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
      note(
        say(
          `已备份：${manifest.tables.length} 张表 ${rows} 行、${manifest.files.count} 个文件，共 ${size}。`,
          `Backed up: ${rows} rows of ${manifest.tables.length} tables, ${manifest.files.count} files; ${size}.`,
        ),
      );
      if (unfinished > 0) {
        note(
          say(
            `已删除 ${unfinished} 个此前中断的备份留下的残片。`,
            `Removed ${unfinished} pieces of backups that had been cut off.`,
          ),
        );
      }
      const damaged = [...manifest.files.missing, ...manifest.files.altered];
      if (damaged.length > 0) {
        note(
          say(
            `注意：${damaged.length} 个文件在备份之前就已丢失或被改动，请运行 jixiao verify 查看。`,
            `Mind: ${damaged.length} files had been lost or altered before; jixiao verify names them.`,
          ),
        );
      }
      print(file);
    },
    { asOwner: true, asTheyAre: true },
  );
}

function fileOf(where: string, seal: Seal): string {
  const place = path.resolve(where);
  if (/[/\\]$/.test(where)) makeFolder(place);
  const isFolder = existsSync(place) && statSync(place).isDirectory();
  return isFolder ? path.join(place, backupName(new Date(), seal)) : place;
}

async function makeKey(file: string): Promise<void> {
  if (existsSync(file)) throw fileExists(file);
  const recipient = await newKey(path.resolve(file));
  note(
    say(
      `私钥已写入 ${file}：请离线保管，丢失后备份无法恢复。把下面的公钥设为 BACKUP_RECIPIENT：`,
      `The secret key is in ${file}: keep it off this machine; without it no backup can be restored. Set BACKUP_RECIPIENT to the public key:`,
    ),
  );
  print(recipient);
}
