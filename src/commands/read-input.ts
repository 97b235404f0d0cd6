import { readFile, stat } from 'node:fs/promises';
import { DomainError } from '../domain/domain-error.js';

/** No published document comes near it; a wrong file should not fill the memory first. */
const LIMIT = 200 * 1024 * 1024;

/** @throws DomainError `file-unreadable`, `file-too-large` */
export async function readInput(file: string): Promise<Buffer> {
  const info = await stat(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  if (info.size > LIMIT) {
    throw new DomainError('too-large', 'file-too-large', {
      zh: `文件 ${file} 超过 ${LIMIT / 1024 / 1024} MB，不是绩效文件。`,
      en: `${file} is larger than ${LIMIT / 1024 / 1024} MB; this cannot be the document.`,
    });
  }
  return readFile(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
}

export function unreadable(file: string, error: unknown): DomainError {
  const code = (error as { code?: string }).code ?? '';
  const missing = code === 'ENOENT';
  const zh = missing ? '没有这个文件' : `无法读取（${code}）`;
  const en = missing ? 'There is no such file' : `It cannot be read (${code})`;
  return new DomainError('unfit', 'file-unreadable', { zh: `${file}：${zh}。`, en: `${file}: ${en}.` });
}
