import { DomainError } from '../domain/domain-error.js';

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

export function fileUnwritable(file: string, error: unknown): DomainError {
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
