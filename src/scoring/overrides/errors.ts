import type { Month } from '../../domain/calendar/month.js';
import { DomainError, errorAt } from '../../domain/domain-error.js';
import { outsideYear } from '../../domain/calendar/fiscal-year.js';

export const outsideWeight = (weight: string): DomainError =>
  errorAt('/score', 'unfit', 'override-invalid', {
    zh: `得分应在 0 和该指标的分值 ${weight} 之间。`,
    en: `score must lie between 0 and the indicator’s weight ${weight}.`,
  });

export const tooManyDecimals = (): DomainError =>
  errorAt('/score', 'unfit', 'override-invalid', {
    zh: '得分最多两位小数。',
    en: 'score must have at most 2 decimals.',
  });

export const fromOutsideYear = (month: Month, fiscalYear: number): DomainError =>
  errorAt('/fromMonth', 'unfit', 'override-invalid', outsideYear(month, fiscalYear));

export const ownEntries = (): DomainError =>
  new DomainError('forbidden', 'own-submission', {
    zh: '该指标有您本人填写或提交的数据，不能由您复核得分。',
    en: 'You wrote or submitted entries of this indicator yourself; somebody else has to review its score.',
  });
