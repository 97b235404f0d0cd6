import type { KeptBackup } from '../backup/nightly-backups.js';
import { trouble, type Trouble } from './trouble.js';

const HOURS = 48;

/** @param kept the backups in BACKUP_DIR, oldest first; undefined where there is no such setting */
export function oldBackup(kept: readonly KeptBackup[] | undefined, now: Date): Trouble[] {
  if (kept === undefined) {
    return [
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
      ),
    ];
  }
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
