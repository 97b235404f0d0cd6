import { DomainError, errorAt, NotFoundError } from '../../domain/domain-error.js';

export const noBatch = () => new NotFoundError({ zh: '批量报告', en: 'batch of reports' });

export const batchNotFinished = () =>
  new DomainError('conflict', 'batch-not-finished', {
    zh: '这一批还在生成，不能删除。请先取消，或等它完成。',
    en: 'This batch is still being made and cannot be deleted. Cancel it first, or wait until it is finished.',
  });

export const tooManyBatches = (most: number) =>
  new DomainError('too-many', 'too-many-batches', {
    zh: `您已有 ${most} 批报告正在生成。请等其中一批完成，或取消一批后再试。`,
    en: `${most} batches of yours are being made. Wait until one is finished, or cancel one, then try again.`,
  });

export const tooManyFiles = (files: number, most: number) =>
  new DomainError('unfit', 'too-many-files', {
    zh: `一个压缩包最多 ${most} 个文件，这一批有 ${files} 个。请少选格式，或分部门生成。`,
    en: `An archive holds up to ${most} files; this batch has ${files}. Choose fewer formats, or make it by departments.`,
  });

export const archiveTooLarge = (megabytes: number) =>
  new DomainError('too-large', 'archive-too-large', {
    zh: `压缩包超过 ${megabytes} MB，没有保留；已出具的报告不受影响。请少选格式，或分部门生成。`,
    en: `The archive grew beyond ${megabytes} MB and was not kept; reports that were issued stand. Choose fewer formats, or make it by departments.`,
  });

export const archiveNotReady = () =>
  new DomainError('conflict', 'archive-not-ready', {
    zh: '这一批还没有压缩包：正在生成，或没有成功。',
    en: 'There is no archive of this batch: it is still being made, or could not be.',
  });

export const archiveNotKept = () =>
  new DomainError('not-found', 'archive-not-kept', {
    zh: '这个压缩包已不在（备份不含压缩包）。请重新生成；已出具的报告不受影响。',
    en: 'This archive is gone: backups hold none. Make it again; reports that were issued stand.',
  });

export const givenUp = (attempts: number) =>
  new DomainError('unfit', 'batch-given-up', {
    zh: `生成 ${attempts} 次都中断了，已放弃；已出具的报告不受影响。请重新生成，仍不成功时联系管理员。`,
    en: `It broke off ${attempts} times and was given up; reports that were issued stand. Make it again, and ask an administrator if it fails once more.`,
  });

/** @param names of departments that were chosen */
export const departmentsWithoutSheets = (year: number, names: readonly string[]): DomainError =>
  errorAt('/departmentIds', 'unfit', 'departments-without-sheets', {
    zh: `${names.join('、')} 没有 ${year} 年度的绩效目标表。请去掉后重试，或先导入其目标。`,
    en: `${names.join(', ')}: no target sheets for ${year}. Leave them out and try again, or import their targets first.`,
  });
