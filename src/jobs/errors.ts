import { NotFoundError } from '../domain/domain-error.js';

/** @param known the names there are */
export const noJob = (known: readonly string[]): NotFoundError =>
  new NotFoundError({ zh: `任务（现有：${known.join(', ')}）`, en: `job (there are: ${known.join(', ')})` });
