import { DomainError, errorAt } from '../domain/domain-error.js';

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

const KIND_NAMES: Record<string, { zh: string; en: string }> = {
  'application/x-msdownload': { zh: 'Windows 程序', en: 'a Windows program' },
  'application/x-elf': { zh: 'Linux 程序', en: 'a Linux program' },
  'application/x-mach-binary': { zh: 'macOS 程序', en: 'a macOS program' },
  'application/octet-stream': { zh: '无法识别', en: 'unknown' },
};

/**
 * @param kind the media type of its content
 * @param allowed the extensions that are accepted
 */
export function fileKindRefused(name: string, kind: string, allowed: string): DomainError {
  const said = KIND_NAMES[kind] ?? { zh: kind, en: kind };
  return errorAt('/file', 'unfit', 'file-kind', {
    zh: `“${name}”的内容是${said.zh}，与扩展名不符或不允许上传。可上传：${allowed}，扩展名须与内容一致。`,
    en: `The content of “${name}” is ${said.en}, which does not fit its extension or is not accepted. Accepted: ${allowed}, each with the extension of its content.`,
  });
}

export const storageUnavailable = (why: string) =>
  new DomainError('unavailable', 'storage-unavailable', {
    zh: `文件存储暂时不可用，请稍后重试（${why}）。`,
    en: `The file storage is not available at the moment; try again shortly (${why}).`,
  });
