import { DomainError, errorAt, NotFoundError } from '../domain/domain-error.js';

/** @param known the names there are */
export const noJob = (known: readonly string[]): NotFoundError =>
  new NotFoundError({ zh: `任务（现有：${known.join(', ')}）`, en: `job (there are: ${known.join(', ')})` });

export const runTaken = (): DomainError =>
  new DomainError('conflict', 'job-run-taken', {
    zh: '该任务正在运行，或在这一分钟内已经运行过，没有重复运行。请稍后在运行记录中查看结果。',
    en: 'The job is under way, or was run in this minute already; it was not run once more. See its last runs for the outcome.',
  });

/** Whoever runs commands at the machine may choose the time in earnest too. */
export const onlyDryRun = (): DomainError =>
  errorAt('/at', 'unfit', 'run-not-now', {
    zh: '任务只能现在运行，不能指定时间（at）。要查看某一时间会做什么，请加上 dryRun。',
    en: 'A job runs now, not at another time (`at`). To see what it would do then, add dryRun.',
  });
