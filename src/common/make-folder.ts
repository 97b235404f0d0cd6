import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it that are missing, for us alone where `mode` says so. Of Node's own way to do that, Node 20
 * tries for ever where nobody can make any, as below /proc or on a share that is not mounted.
 * @throws the error of the file system
 */
export function makeFolder(folder: string, mode?: number): void {
  if (made(folder, mode)) return;
  const above = path.dirname(path.resolve(folder));
  if (above !== path.resolve(folder)) makeFolder(above, mode);
  mkdirSync(folder, { mode });
}

function made(folder: string, mode: number | undefined): boolean {
  try {
    mkdirSync(folder, { mode });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return true;
    throw error;
  }
}
