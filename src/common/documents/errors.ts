import { DomainError } from '../../domain/domain-error.js';

export const damagedDocument = () =>
  new DomainError('unfit', 'document-unreadable', {
    zh: '文件已损坏，无法打开。请重新下载原文件，或用办公软件打开后另存再试。',
    en: 'The file is damaged and cannot be opened. Download it again, or open it in an office program, save it and try again.',
  });

export const encryptedDocument = () =>
  new DomainError('unfit', 'document-encrypted', {
    zh: '文件设有密码。请取消密码后重试。',
    en: 'The file is protected by a password. Remove the password and try again.',
  });

export const tooMuchTime = (seconds: number) =>
  new DomainError('unfit', 'document-too-large', {
    zh: `读取文件超过 ${seconds} 秒，已停止。请只保留需要的部分后重试。`,
    en: `Reading took more than ${seconds} seconds and was stopped. Keep only what is needed and try again.`,
  });

export const tooMuchMemory = (megabytes: number) =>
  new DomainError('unfit', 'document-too-large', {
    zh: `读取文件需要的内存超过 ${megabytes} MB，已停止。请只保留需要的部分后重试。`,
    en: `Reading needs more than ${megabytes} MB of memory and was stopped. Keep only what is needed and try again.`,
  });

export const tooMuchInflated = ({ entries, megabytes }: { readonly entries: number; readonly megabytes: number }) =>
  new DomainError('unfit', 'document-too-large', {
    zh: `文件解压后超过 ${megabytes} MB 或 ${entries} 个部分。请只保留需要的部分后重试。`,
    en: `Inflated, the file is larger than ${megabytes} MB or has more than ${entries} parts. Keep only what is needed and try again.`,
  });

/** @param address that was reached */
export const tooManyCells = (most: number, address: string) =>
  new DomainError('unfit', 'document-too-large', {
    zh: `工作簿的行、列和合并单元格占 ${most} 格以上（读到 ${address}）。请只保留绩效目标表部分后重试。`,
    en: `Rows, columns and merged cells of the workbook take more than ${most} cells (at ${address}). Keep only the target sheets and try again.`,
  });

/** @param most of one caller at the same time */
export const tooManyAtOnce = (most: number) =>
  new DomainError('too-many', 'too-many-at-once', {
    zh: `同时只处理您的 ${most} 个请求，请等前面的完成后再试。`,
    en: `Only ${most} of your requests are worked on at the same time. Wait until one of them is done.`,
  });

/** For an answer that nobody reads any more. */
export const callerGone = () =>
  new DomainError('unavailable', 'caller-gone', { zh: '请求已取消。', en: 'The request was cancelled.' });
