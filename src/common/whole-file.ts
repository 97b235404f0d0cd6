import { randomUUID } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileUnwritable } from './errors.js';

type Content = Uint8Array | AsyncIterable<Uint8Array>;

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
