import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../domain/domain-error.js';

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

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
    throw unwritable(file, error);
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

function unwritable(file: string, error: unknown): DomainError {
  const { code = 'unknown' } = error as { code?: string };
  if (FULL.includes(code)) {
    return new DomainError('storage-full', 'storage-full', {
      zh: `磁盘已满，${file} 没有写入；请清理后重试。`,
      en: `The disk is full and ${file} was not written. Free some space and try again.`,
    });
  }
  return new DomainError('unfit', 'file-unwritable', {
    zh: `无法写入 ${file}（${code}）。`,
    en: `${file} cannot be written (${code}).`,
  });
}
