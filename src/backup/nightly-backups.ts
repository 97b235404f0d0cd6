import { open, readdir, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { makeFolder } from '../common/make-folder.js';
import { fileUnwritable } from '../common/errors.js';
import { Configuration } from '../config/configuration.js';
import { BackupService, type WrittenBackup } from './backup.service.js';
import { HEAD_MEMBER } from './backup-manifest.js';
import { isSealing, type Seal } from './sealing.js';

const NAME = /^jixiao-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar(\.age)?$/;

/** A tar archive whose first member is the head, or a file of age. */
const BEGINNINGS = [`${HEAD_MEMBER}\0`, 'age-encryption.org/'];
const LONGEST_BEGINNING = 64;

/** A backup in the folder of backups. */
export interface KeptBackup {
  readonly name: string;
  readonly writtenAt: Date;
}

export const sealOf = ({ BACKUP_RECIPIENT, BACKUP_PASSPHRASE }: Configuration): Seal => ({
  recipient: BACKUP_RECIPIENT,
  passphrase: BACKUP_PASSPHRASE,
});

/** Such as `jixiao-20261129T013000Z.tar`: the name says when, and sorts so. */
export function backupName(at: Date, seal: Seal): string {
  const time = at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `jixiao-${time}.tar${isSealing(seal) ? '.age' : ''}`;
}

/** The backups in BACKUP_DIR, as many as BACKUP_KEEP says. */
@Injectable()
export class NightlyBackups {
  constructor(
    private readonly backups: BackupService,
    private readonly configuration: Configuration,
  ) {}

  get folder(): string | undefined {
    return this.configuration.BACKUP_DIR;
  }

  /** Whether BACKUP_DIR can hold backups, and whether they outlive the data. It is made with the first backup. */
  async place(): Promise<'unset' | 'no-folder' | 'inside-data' | 'same-disk' | 'other-disk'> {
    if (this.folder === undefined) return 'unset';
    const [backups, data] = await Promise.all([this.folder, this.configuration.DATA_DIR].map(standing));
    if (!backups?.isFolder) return 'no-folder';
    if (backups.device !== data?.device) return 'other-disk';
    return `${backups.place}/`.startsWith(`${data.place}/`) ? 'inside-data' : 'same-disk';
  }

  /** Oldest first; none where there is no such folder, or it cannot be read. */
  async kept(): Promise<KeptBackup[]> {
    const { folder } = this;
    if (folder === undefined) return [];
    const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name)).sort();
    const ours = await Promise.all(names.map((name) => looksLikeBackup(path.join(folder, name))));
    const backups = names.filter((_, place) => ours[place]);
    return backups.flatMap((name) => {
      const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
      if (!year) return [];
      return [{ name, writtenAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) }];
    });
  }

  /**
   * Writes one, then deletes the oldest that are too many: never before the new one is there.
   * @throws DomainError `file-unwritable`, and those of BackupService
   */
  async write(folder: string, at: Date): Promise<WrittenBackup> {
    try {
      makeFolder(folder);
    } catch (error) {
      throw fileUnwritable(folder, error);
    }
    const seal = sealOf(this.configuration);
    const written = await this.backups.write(path.join(folder, backupName(at, seal)), seal);
    const { missing, altered } = written.manifest.files;
    // An older one may have the last good copy of what is damaged now.
    if (missing.length + altered.length > 0) return written;
    const tooMany = (await this.kept()).slice(0, -this.configuration.BACKUP_KEEP);
    for (const { name } of tooMany) await rm(path.join(folder, name), { force: true });
    return written;
  }
}

/** Where a folder really lies, and on which device; one that is not there yet lies in the nearest that is. */
async function standing(folder: string): Promise<{ place: string; device: number; isFolder: boolean } | null> {
  const found = await stat(folder).catch(() => null);
  if (found) return { place: await realpath(folder), device: found.dev, isFolder: found.isDirectory() };
  const parent = path.dirname(path.resolve(folder));
  if (parent === path.resolve(folder)) return null;
  const above = await standing(parent);
  return above && { ...above, place: path.join(above.place, path.basename(folder)) };
}

/** A name proves nothing: what is deleted, or counted on, begins as our backups do. */
async function looksLikeBackup(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  try {
    const beginning = Buffer.alloc(LONGEST_BEGINNING);
    await handle?.read({ buffer: beginning });
    return BEGINNINGS.some((text) => beginning.toString('latin1').startsWith(text));
  } catch {
    return false; // a folder
  } finally {
    await handle?.close();
  }
}
