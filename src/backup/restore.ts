import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { MIGRATION_LOCK } from '../database/migrate.js';
import type { FileStorage } from '../files/file-storage.js';
import type { BackupFile } from './backup-file.js';
import { FILES_FOLDER, type Manifest, SETTINGS_MEMBER, tableMember } from './backup-manifest.js';
import { DatabaseLoad } from './database-load.js';
import { backupDamaged } from './errors.js';

/** Where a backup goes: a database without tables (not connected yet), a storage, and a folder for what else it holds. */
export interface RestoreTarget {
  readonly dataSource: DataSource;
  readonly storage: FileStorage;
  readonly folder: string;
}

/** What the settings of the installation were; they are read by people, not by the service. */
export const RESTORED_SETTINGS = 'settings-of-the-backup.env';

/**
 * Puts back what the backup holds, which has been checked (`manifest`). The database is filled in one transaction, at the
 * end of everything: should anything fail, it has no table. Files are kept under their hashes and overwrite nothing.
 * @returns names of tables that were not put back, since Jixiao has no such table
 * @throws DomainError `database-not-empty`, `backup-damaged`, `storage-full`
 */
export async function restore(backup: BackupFile, manifest: Manifest, target: RestoreTarget): Promise<string[]> {
  const { dataSource } = target;
  dataSource.setOptions({ migrations: MIGRATIONS.filter(({ name }) => manifest.migrations.includes(name)) });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('BEGIN');
    const foreign = await fill(backup, manifest, target, runner);
    await runner.query('COMMIT');
    return foreign;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

async function fill(
  backup: BackupFile,
  manifest: Manifest,
  { storage, folder }: RestoreTarget,
  runner: QueryRunner,
): Promise<string[]> {
  const database = new DatabaseLoad(runner);
  // A service that starts now waits, and finds everything there.
  await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await database.checkIsEmpty();
  const known = await database.begin();
  const own = manifest.tables.filter(({ name }) => known.has(name));
  const tables = new Map(own.map((table) => [tableMember(table.name), table]));
  await mkdir(path.join(folder, 'files', 'incoming'), { recursive: true });
  for await (const { name, content } of backup.members()) {
    const table = tables.get(name);
    if (table && (await database.fill(table, content)) !== table.rows) throw backupDamaged(backup.file, name);
    if (name.startsWith(FILES_FOLDER)) await keep(name.slice(FILES_FOLDER.length), content);
    if (name === SETTINGS_MEMBER) {
      await writeFile(path.join(folder, RESTORED_SETTINGS), await buffer(content), { mode: 0o600 });
    }
  }
  await database.end(manifest);
  return manifest.tables.map(({ name }) => name).filter((name) => !known.has(name));

  async function keep(sha256: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const arrived = path.join(folder, 'files', 'incoming', randomUUID());
    await pipeline(content, createWriteStream(arrived, { flags: 'wx', flush: true }));
    await storage.put(sha256, arrived);
  }
}
