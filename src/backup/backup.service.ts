import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { removeAbandonedDrafts, writeWholeFile } from '../common/whole-file.js';
import { Configuration } from '../config/configuration.js';
import { FileStorage } from '../files/file-storage.js';
import { FILES_STAY_LOCK, usedFiles } from '../files/stored-files.service.js';
import { ArchiveWriter } from './archive-writer.js';
import {
  type BackupHead,
  FILES_FOLDER,
  FORMAT,
  HEAD_MEMBER,
  type Manifest,
  MANIFEST_HASH_MEMBER,
  MANIFEST_MEMBER,
  SETTINGS_MEMBER,
} from './backup-manifest.js';
import { appliedMigrations, dumpSequences, dumpTables, EXACT_TEXT } from './database-dump.js';
import { backupUnderWay, fileExists } from './errors.js';
import { isSealing, type Seal, sealingOf } from './sealing.js';
import { settingsText } from './settings-text.js';

export interface WrittenBackup {
  readonly manifest: Manifest;
  /** Length of the file. */
  readonly bytes: number;
  /** How many pieces of backups that were killed lay in the folder, and are removed. */
  readonly unfinished: number;
}

const BACKUP_LOCK = 5_204_034;
const TRIES = 10;
const BETWEEN_TRIES_MS = 200;
const BACKUP_NAME = /\.tar(\.age)?$/;

/** What the snapshot says of the database; the files that it names are copied after it. */
type Snapshot = Pick<Manifest, 'takenAt' | 'migrations' | 'tables' | 'sequences' | 'audit'> & {
  readonly files: readonly string[];
};

/** Writes everything that an installation holds into one file, beside the running service (ADR 18). */
@Injectable()
export class BackupService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: FileStorage,
    private readonly configuration: Configuration,
  ) {}

  /** @throws DomainError `backup-recipient-invalid`, `file-exists`, `backup-under-way`, `database-foreign`, `storage-full`, `file-unwritable` */
  async write(file: string, seal: Seal): Promise<WrittenBackup> {
    if (existsSync(file)) throw fileExists(file);
    const runner = this.dataSource.createQueryRunner();
    try {
      if (!(await this.isAlone(runner))) throw backupUnderWay();
      // First, since they take the room of this one.
      const unfinished = await removeAbandonedDrafts(path.dirname(file), (name) => BACKUP_NAME.test(name));
      const manifest = await this.writeFrom(runner, file, seal);
      return { manifest, bytes: (await stat(file)).size, unfinished };
    } finally {
      await runner.query('SELECT pg_advisory_unlock_all()');
      await runner.release();
    }
  }

  /** Another backup is not waited for; the tidying of files, which falls due in the same night, is soon over. */
  private async isAlone(runner: QueryRunner): Promise<boolean> {
    if (!(await took(runner, BACKUP_LOCK))) return false;
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await sleep(BETWEEN_TRIES_MS);
      if (await took(runner, FILES_STAY_LOCK)) return true;
    }
    return false;
  }

  private async writeFrom(runner: QueryRunner, file: string, seal: Seal): Promise<Manifest> {
    const seals = sealingOf(seal);
    const archive = new ArchiveWriter();
    let first: Error | undefined;
    // Who fails first lets the other fail, whose error then says nothing of the cause.
    const fail = (error: unknown): never => {
      first ??= error as Error;
      archive.fail(first);
      throw error;
    };
    const filled = this.fill(archive, runner, isSealing(seal)).catch(fail);
    const written = seals(archive.stream)
      .then((content) => writeWholeFile(file, content, 0o600))
      .catch(fail); // also where nothing has been read yet, such as a folder that cannot be written
    const [manifest] = await Promise.allSettled([filled, written]); // both have ended before anything is told
    if (first) throw first;
    if (manifest.status === 'rejected') throw manifest.reason as Error;
    return manifest.value;
  }

  private async fill(archive: ArchiveWriter, runner: QueryRunner, isSealed: boolean): Promise<Manifest> {
    const { files, ...snapshot } = await this.snapshot(archive, runner);
    const copied = await this.copyFiles(archive, files);
    const settings = await archive.add(SETTINGS_MEMBER, [Buffer.from(settingsText(this.configuration, isSealed))]);
    const manifest: Manifest = { product: 'jixiao', format: FORMAT, ...snapshot, settings, files: copied };
    const { sha256 } = await archive.add(MANIFEST_MEMBER, [Buffer.from(JSON.stringify(manifest, null, 1))]);
    await archive.add(MANIFEST_HASH_MEMBER, [Buffer.from(`${sha256}  ${MANIFEST_MEMBER}\n`)]);
    archive.end();
    return manifest;
  }

  /** Every table as of one moment: who writes meanwhile is neither kept waiting nor half taken in. */
  private async snapshot(archive: ArchiveWriter, runner: QueryRunner): Promise<Snapshot> {
    await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      await runner.query(EXACT_TEXT);
      const migrations = await appliedMigrations(runner);
      const [{ at }]: [{ at: Date }] = await runner.manager.query('SELECT now() AS at');
      const head: BackupHead = { product: 'jixiao', format: FORMAT, takenAt: at.toISOString() };
      await archive.add(HEAD_MEMBER, [Buffer.from(JSON.stringify(head))]);
      const tables = await dumpTables(runner, archive);
      const sequences = await dumpSequences(runner);
      const files = await usedFiles((sql) => runner.query(sql));
      const [last]: { position: string; hash: string }[] = await runner.manager.query(
        'SELECT position, hash FROM audit_event ORDER BY position DESC LIMIT 1',
      );
      const audit = { lines: last?.position ?? '0', head: last?.hash ?? '' };
      return { takenAt: head.takenAt, migrations, tables, sequences, files, audit };
    } finally {
      await runner.query('ROLLBACK').catch(() => undefined); // the connection may be gone
    }
  }

  /** A file that is lost, or was altered, must not keep everything else from being saved: it is told. */
  private async copyFiles(archive: ArchiveWriter, hashes: readonly string[]): Promise<Manifest['files']> {
    const [missing, altered]: [string[], string[]] = [[], []];
    let [count, bytes] = [0, 0];
    for (const sha256 of hashes) {
      const content = await this.storage.open(sha256).catch((error: unknown) => {
        if ((error as { code?: string }).code !== 'file-missing') throw error;
        return null;
      });
      if (!content) {
        missing.push(sha256);
        continue;
      }
      const measured = await archive.add(`${FILES_FOLDER}${sha256}`, content as AsyncIterable<Uint8Array>);
      if (measured.sha256 !== sha256) altered.push(sha256);
      count += 1;
      bytes += measured.bytes;
    }
    return { count, bytes, missing, altered };
  }
}

async function took(runner: QueryRunner, lock: number): Promise<boolean> {
  const [{ free }]: [{ free: boolean }] = await runner.manager.query('SELECT pg_try_advisory_lock($1) AS free', [lock]);
  return free;
}
