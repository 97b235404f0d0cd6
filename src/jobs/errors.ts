import { DomainError, errorAt, NotFoundError } from '../domain/domain-error.js';

/** @param known the names there are */
export const noJob = (known: readonly string[]): NotFoundError =>
  new NotFoundError({ zh: `任务（现有：${known.join(', ')}）`, en: `job (there are: ${known.join(', ')})` });

export const runTaken = (): DomainError =>
  new DomainError('conflict', 'job-run-taken', {
    zh: '该任务正在运行，或在这一分钟内已经运行过，没有重复运行。请稍后在运行记录中查看结果。',
    en: 'The job is under way, or was run in this minute already; it was not run once more. See its last runs for the outcome.',
  });

export const inFuture = (at: Date): DomainError =>
  errorAt('/at', 'unfit', 'run-in-future', {
    zh: `${at.toISOString()} 尚未到来：任务只能为现在或以前的时间运行；要预先查看，请用 dryRun。`,
    en: `${at.toISOString()} has not come yet: a job runs for now or for a time before; to look ahead, use dryRun.`,
  });
