import { DomainError } from '../domain/domain-error.js';

export const fileMissing = (sha256: string) =>
  new DomainError('damaged', 'file-missing', {
    zh: `文件 ${sha256} 已登记，但存储中找不到。请联系管理员从备份恢复。`,
    en: `The file ${sha256} is registered but not in the storage. Ask an administrator to restore it from a backup.`,
  });

export const fileTooLarge = (megabytes: number) =>
  new DomainError('too-large', 'file-too-large', {
    zh: `文件超过 ${megabytes} MB。请压缩或拆分后重试。`,
    en: `The file is larger than ${megabytes} MB. Make it smaller or split it, then try again.`,
  });
