import { existsSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '../domain/domain-error.js';

/** Inside the data folder while a backup is being put there. */
export const STAGING_FOLDER = 'restoring';

/**
 * A restore that was killed left nothing of use: a service that started here would begin an empty installation.
 * @throws DomainError `restore-unfinished`
 */
export function refuseUnfinishedRestore(dataFolder: string): void {
  const folder = path.resolve(dataFolder);
  if (!existsSync(path.join(folder, STAGING_FOLDER))) return;
  throw new DomainError('conflict', 'restore-unfinished', {
    zh: `${folder} 里有一次没有完成的恢复。请清空这个文件夹，再次运行 jixiao restore。`,
    en: `A restore into ${folder} has not been finished. Empty the folder and run jixiao restore again.`,
  });
}
