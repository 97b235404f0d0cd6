import { existsSync, readdirSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { makeFolder } from '../common/make-folder.js';
import { createDataSource } from '../app/database/data-source.js';
import { auditKeyOther } from '../audit/errors.js';
import { auditKeyFile, isAuditKeyHere, renewAuditKey } from '../audit/open-audit-log.js';
import { BackupFile } from '../backup/backup-file.js';
import { folderNotEmpty } from '../backup/errors.js';
import { fileUnwritable } from '../common/errors.js';
import { writeWholeFile } from '../common/whole-file.js';
import { type Integrity, IntegrityService } from '../backup/integrity.service.js';
import { restore, RESTORED_SETTINGS } from '../backup/restore.js';
import { Configuration, readConfiguration } from '../config/configuration.js';
import { STAGING_FOLDER } from '../database/unfinished-restore.js';
import { openDatabase } from '../database/open-database.js';
import { storageOf } from '../files/files.module.js';
import { note, say } from './console-output.js';
import { refuseDamage, tellIntegrity } from './integrity-output.js';
import { withApplication } from './with-application.js';
import { withDatabase } from './with-database.js';

export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .description('put a backup into an empty DATA_DIR (and an empty DATABASE_URL), then verify / 从备份恢复并核对')
    .option('--identity <file>', 'the secret key of an encrypted backup; else BACKUP_PASSPHRASE')
    .action(restoreBackup);
}

/**
 * Works in a folder inside DATA_DIR, and moves everything to its place when all of it is there: what is killed before that
 * leaves nothing that could be taken for the installation.
 */
async function restoreBackup(file: string, { identity }: { identity?: string }): Promise<void> {
  const configuration = readConfiguration(process.env);
  const folder = path.resolve(configuration.DATA_DIR);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw folderNotEmpty(folder);
  const backup = new BackupFile(path.resolve(file), {
    identityFile: identity,
    passphrase: configuration.BACKUP_PASSPHRASE,
  });
  const manifest = await backup.check();
  note(say(`备份完好（${manifest.takenAt}），正在恢复……`, `The backup of ${manifest.takenAt} is whole; restoring …`));
  const staging = path.join(folder, STAGING_FOLDER);
  const staged: Configuration = Object.assign(new Configuration(), configuration, { DATA_DIR: staging });
  try {
    makeFolder(staging, 0o700);
    tellForeign(await fill(backup, manifest, staged));
    await takeAuditKey(staged);
    const integrity = await verified(staged);
    for (const name of readdirSync(staging)) await rename(path.join(staging, name), path.join(folder, name));
    await rm(staging, { recursive: true });
    tellIntegrity(integrity);
    refuseDamage(integrity);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw isFull(error) ? fileUnwritable(folder, { code: 'ENOSPC' }) : error;
  }
}

/** Told by the file system, or by PostgreSQL when it makes its folder. */
const isFull = (error: unknown): boolean =>
  (error as { code?: string }).code === 'ENOSPC' || String(error).includes('No space left on device');

async function fill(
  backup: BackupFile,
  manifest: Awaited<ReturnType<BackupFile['check']>>,
  staged: Configuration,
): Promise<string[]> {
  const database = await openDatabase(staged);
  try {
    const dataSource = createDataSource(database.ownerUrl);
    return await restore(backup, manifest, { dataSource, storage: storageOf(staged), folder: staged.DATA_DIR });
  } finally {
    await database.close();
  }
}

function tellForeign(tables: readonly string[]): void {
  if (tables.length === 0) return;
  const names = tables.join(', ');
  note(
    say(
      `备份中有绩效台账没有的表，未恢复：${names}。`,
      `The backup has tables that Jixiao does not have; they were not put back: ${names}.`,
    ),
  );
}

/**
 * The key of the audit log comes with an encrypted backup, or is given as a setting. Without it the log is closed as it is, and
 * a new key seals what follows: only a head that was kept elsewhere then shows whether it is the log that was written.
 */
async function takeAuditKey(staged: Configuration): Promise<void> {
  const settings = await readFile(path.join(staged.DATA_DIR, RESTORED_SETTINGS), 'utf8').catch(() => '');
  const [, brought] = /^AUDIT_KEY=(.+)$/m.exec(settings) ?? [];
  const isGiven = staged.AUDIT_KEY !== undefined;
  if (brought && !isGiven) await writeWholeFile(auditKeyFile(staged), Buffer.from(`${brought}\n`), 0o600);
  await withDatabase(staged, async (dataSource) => {
    if (await isAuditKeyHere(dataSource, staged)) return;
    if (isGiven) throw auditKeyOther();
    const { name } = await renewAuditKey(dataSource, staged);
    note(
      say(
        `备份中没有审计密钥：日志自此以新密钥 ${name} 封签。请用留存的首部记录核对：jixiao verify --head。`,
        `The backup holds no key of the audit log: a new one, ${name}, seals it from here on. Compare it with a head that was kept: jixiao verify --head.`,
      ),
    );
  });
}

/** Brings the tables up to date with this program on the way. */
async function verified(staged: Configuration): Promise<Integrity> {
  let integrity: Integrity | undefined;
  await withApplication(staged, async (app) => {
    integrity = await app.get(IntegrityService).check();
  });
  return integrity as unknown as Integrity;
}
