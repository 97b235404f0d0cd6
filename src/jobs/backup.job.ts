import { Injectable } from '@nestjs/common';
import { NightlyBackups } from '../backup/nightly-backups.js';
import type { Job, JobResult } from './job.js';

/** Every night: everything in one file in BACKUP_DIR, where that is set; the oldest go. */
@Injectable()
export class BackupJob implements Job {
  readonly name = 'backup';
  readonly time = '01:30';

  constructor(private readonly backups: NightlyBackups) {}

  async run(at: Date): Promise<JobResult> {
    const { folder } = this.backups;
    if (folder === undefined) return { backups: 0 };
    const { manifest, bytes, unfinished } = await this.backups.write(folder, at);
    const { count, missing, altered } = manifest.files;
    return { backups: 1, bytes, files: count, filesDamaged: missing.length + altered.length, unfinished };
  }

  preview(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return Promise.resolve(this.backups.folder === undefined ? [] : [{ folder: this.backups.folder }]);
  }
}
