import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileUnwritable } from './errors.js';

/**
 * Writes a file whole or not at all: beside its place, flushed to the disk, then renamed. Whatever goes wrong, what was
 * there before is still there, and nothing half-written is left.
 * @throws DomainError `storage-full`, `file-unwritable`
 */
export async function writeWholeFile(file: string, content: Uint8Array): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.part`);
  try {
    await writeFlushed(draft, content);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw fileUnwritable(file, error);
  }
}

async function writeFlushed(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
