import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Configuration } from '../config/configuration.js';
import { trouble, type Trouble } from './trouble.js';

const MEGABYTE = 1024 * 1024;
/** Less than this is soon used up; a database that cannot write stops. */
const LEAST_MB = 512;

/** The disks of the data and of the backups, where they have little room left. */
export async function fullDisks({ DATA_DIR, BACKUP_DIR }: Configuration): Promise<Trouble[]> {
  const folders = [DATA_DIR, ...(BACKUP_DIR === undefined ? [] : [BACKUP_DIR])];
  return (await Promise.all(folders.map(fullDisk))).flat();
}

async function fullDisk(folder: string): Promise<Trouble[]> {
  if (!existsSync(folder)) return []; // made at the first start
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free >= LEAST_MB) return [];
  const place = path.resolve(folder);
  return [
    trouble(
      'error',
      'disk-full',
      [`${place} 所在的磁盘只剩 ${free} MB。`, `The disk of ${place} has ${free} MB left.`],
      [
        `清理这个磁盘，或换用更大的磁盘；至少应有 ${LEAST_MB} MB。`,
        `Make room, or move to a larger disk; ${LEAST_MB} MB is the least.`,
      ],
    ),
  ];
}
