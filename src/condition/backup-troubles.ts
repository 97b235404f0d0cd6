import type { KeptBackup, NightlyBackups } from '../backup/nightly-backups.js';
import type { Looking } from './database-troubles.js';
import { trouble, type Trouble } from './trouble.js';

const HOURS = 48;

type Place = Awaited<ReturnType<NightlyBackups['place']>>;

/** Whether one is on its way: the first one of an installation, or one that is being written, unless it has failed before. */
const EXPECTED = `
  SELECT coalesce(bool_or(state = 'running' AND error IS NULL AND alive_until >= $1), $2) AS expected FROM job_run WHERE job = 'backup'`;

/** @param kept the backups in BACKUP_DIR, oldest first */
export async function backupTroubles(
  { manager, now }: Looking,
  place: Place,
  kept: readonly KeptBackup[],
): Promise<Trouble[]> {
  if (place === 'unset') return [notSet()];
  if (place === 'no-folder') return [noFolder()];
  const where = place === 'inside-data' ? [insideData()] : place === 'same-disk' ? [sameDisk()] : [];
  const old = oldBackup(kept, now);
  if (old.length === 0) return where;
  const [run]: { expected: boolean }[] = await manager.query(EXPECTED, [now, kept.length === 0]);
  return run?.expected ? where : [...where, ...old];
}

const DAMAGED = `
  SELECT (result ->> 'filesDamaged')::int AS files FROM job_run WHERE job = 'backup' AND state = 'done'
  ORDER BY slot DESC LIMIT 1`;

/** Files that the last backup could not save: the older backups are kept, since one may still have them. */
export async function damagedInBackup({ manager }: Looking): Promise<Trouble[]> {
  const [last]: { files: number | null }[] = await manager.query(DAMAGED);
  if (!last?.files) return [];
  return [
    trouble(
      'error',
      'backup-of-damage',
      [
        `最近一次备份时，有 ${last.files} 个文件已丢失或被改动；较早的备份暂不删除。`,
        `${last.files} files had been lost or altered when the last backup was made; older backups are kept.`,
      ],
      [
        '运行 jixiao verify 查看是哪些文件，并从较早的备份中取回（在备份的 files/ 下，以校验码为名）。',
        'Run jixiao verify to see which, and take them from an older backup (in files/, under their hash).',
      ],
    ),
  ];
}

const notSet = (): Trouble =>
  trouble(
    'warning',
    'backup-not-set',
    [
      '没有设置每夜备份：磁盘损坏时数据将全部丢失。',
      'No nightly backup is set: with the disk everything would be lost.',
    ],
    [
      '把 BACKUP_DIR 设为另一块磁盘上的文件夹（见 docs/operations/backup.zh-CN.md）。',
      'Set BACKUP_DIR to a folder on another disk (docs/operations/backup.md).',
    ],
  );

const noFolder = (): Trouble =>
  trouble(
    'error',
    'backup-no-folder',
    ['BACKUP_DIR 不是文件夹，无法写入备份。', 'BACKUP_DIR is no folder: no backup can be written there.'],
    ['把 BACKUP_DIR 改为一个文件夹。', 'Set BACKUP_DIR to a folder.'],
  );

const insideData = (): Trouble =>
  trouble(
    'error',
    'backup-inside-data',
    [
      'BACKUP_DIR 在数据文件夹（DATA_DIR）之内：数据丢失时备份会一起丢失。',
      'BACKUP_DIR lies inside the data folder (DATA_DIR): whatever takes the data takes the backups too.',
    ],
    [
      '把 BACKUP_DIR 设在 DATA_DIR 之外，最好是另一块磁盘，并把已有的备份移过去。',
      'Set BACKUP_DIR to a folder outside DATA_DIR, best on another disk, and move the backups there.',
    ],
  );

const sameDisk = (): Trouble =>
  trouble(
    'warning',
    'backup-same-disk',
    [
      '备份与数据在同一块磁盘上：磁盘损坏时两者会一起丢失。',
      'Backups lie on the disk of the data: with it both would be lost.',
    ],
    [
      '把 BACKUP_DIR 设在另一块磁盘或网络存储上，或另行复制到别处。',
      'Set BACKUP_DIR to another disk or a network share, or copy the backups elsewhere.',
    ],
  );

function oldBackup(kept: readonly KeptBackup[], now: Date): Trouble[] {
  const last = kept.at(-1)?.writtenAt;
  const hours = last && Math.floor((now.getTime() - last.getTime()) / 3_600_000);
  if (hours !== undefined && hours < HOURS) return [];
  return [
    trouble(
      'error',
      'backup-old',
      hours === undefined
        ? ['BACKUP_DIR 中没有任何备份。', 'There is no backup in BACKUP_DIR.']
        : [`最新的备份已是 ${hours} 小时之前的。`, `The newest backup is ${hours} hours old.`],
      [
        '查看任务 backup 的最近一次运行，或手工运行 jixiao backup。',
        'See what the last run of the job backup says, or run jixiao backup.',
      ],
    ),
  ];
}
