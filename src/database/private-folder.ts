import { chmodSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { dataFolderOpen } from './errors.js';

const OTHERS = 0o077;
const OTHERS_WRITE = 0o002;

/**
 * Takes away what others may do with the data folder and with what lies directly in it: `mkdir`, an earlier version or a
 * container's volume leave it readable. What is made later is nobody else's anyway (umask).
 * @throws DomainError `data-folder-open` where it is somebody else's, so that this cannot be mended, and anybody may write there
 */
export function keepPrivate(folder: string): void {
  const found = folderAt(folder);
  if (!found) return; // not made yet; or told later, in words
  for (const name of namesIn(folder)) close(path.join(folder, name));
  close(folder);
  if (!isOwn(found) && isOpenTo(OTHERS_WRITE, found)) throw dataFolderOpen(folder, found.uid);
}

/** Whether others can see what the folder holds, since it could not be closed. */
export function isOthersToo(folder: string): boolean {
  const found = folderAt(folder);
  return found !== undefined && isOpenTo(0o006, found);
}

/** On Windows modes mean nothing. */
function folderAt(place: string): Stats | undefined {
  if (process.getuid === undefined) return undefined;
  try {
    const found = statSync(place);
    return found.isDirectory() ? found : undefined;
  } catch {
    return undefined; // nothing is there, or below a file
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // not ours to read, which is told where it is used
  }
}

function close(place: string): void {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found || !isOwn(found) || !(found.isDirectory() || found.isFile()) || !isOpenTo(OTHERS, found)) return;
  try {
    chmodSync(place, found.mode & 0o700);
  } catch {
    // told as a trouble of the installation, where others can look in; a disk that is read-only is told at once
  }
}

const isOpenTo = (who: number, { mode }: Stats): boolean => (mode & who) !== 0;

const isOwn = ({ uid }: Stats): boolean => uid === process.getuid?.();
