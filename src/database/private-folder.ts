import { chmodSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { dataFolderOpen } from './errors.js';

const OTHERS = 0o077;
const OTHERS_WRITE = 0o002;

/**
 * Takes away what others may do with the data folder and with what lies directly in it: `mkdir`, an earlier version or a
 * container's volume leave it readable. What is made later is nobody else's anyway (umask).
 * @throws DomainError `data-folder-open` where it is somebody else's, so that this cannot be mended, and anybody may write there
 */
export function keepPrivate(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return; // not made yet; or told later, in words
  for (const name of readdirSync(folder)) close(path.join(folder, name));
  close(folder);
  if (isOpenTo(OTHERS_WRITE, statSync(folder))) throw dataFolderOpen(folder, found.uid);
}

/** Whether the folder is somebody else's, and not closed to the rest of the machine. */
export function isOthersToo(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found !== undefined && !isOwn(found) && isOpenTo(0o006, found);
}

function close(place: string): void {
  const found = lstatSync(place);
  if (!isOwn(found) || !(found.isDirectory() || found.isFile()) || !isOpenTo(OTHERS, found)) return;
  try {
    chmodSync(place, found.mode & 0o700);
    new Logger('Data').log({ message: 'others could look into it; they no longer can', place });
  } catch (error) {
    new Logger('Data').warn({ message: 'others can look into it, and that cannot be changed', place, error });
  }
}

const isOpenTo = (who: number, { mode }: Stats): boolean => (mode & who) !== 0;

/** On Windows nobody has a number, and modes mean nothing. */
const isOwn = ({ uid }: Stats): boolean => uid === process.getuid?.();
