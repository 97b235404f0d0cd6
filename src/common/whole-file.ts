import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileUnwritable } from './errors.js';

type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Whoever writes one adds to it all the time. */
const ABANDONED_MS = 10 * 60_000;
const DRAFT = /^\.(.+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/;

/**
 * Writes a file whole or not at all: beside its place, flushed to the disk, then renamed. Whatever goes wrong, what was
 * there before is still there, and nothing half-written is left.
 * @param mode who may read it
 * @throws DomainError `storage-full`, `file-unwritable`; and what reading the content throws
 */
export async function writeWholeFile(file: string, content: Content, mode = 0o666): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.part`);
  try {
    await writeFlushed(draft, content, mode);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw isOfTheFile(error) ? fileUnwritable(file, error) : error;
  }
}

/**
 * Removes the drafts that processes left here which were killed.
 * @param isOurs whether a file of that name is ours to remove
 * @returns how many
 */
export async function removeAbandonedDrafts(folder: string, isOurs: (name: string) => boolean): Promise<number> {
  const names = await readdir(folder).catch(() => []); // whoever writes there is told
  let removed = 0;
  for (const draft of names) {
    const [, name] = DRAFT.exec(draft) ?? [];
    const place = path.join(folder, draft);
    if (name === undefined || !isOurs(name)) continue;
    const found = await stat(place).catch(() => null);
    if (!found || Date.now() - found.mtimeMs < ABANDONED_MS) continue;
    await rm(place, { force: true });
    removed += 1;
  }
  return removed;
}

/** Not what went wrong where the content came from. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof Error &&
  ['open', 'write', 'writev', 'fsync', 'close', 'rename'].includes(String((error as NodeJS.ErrnoException).syscall));

async function writeFlushed(file: string, content: Content, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
