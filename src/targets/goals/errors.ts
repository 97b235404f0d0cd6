import { type DomainError, errorAt } from '../../domain/domain-error.js';

/** @param index of the indicator in the list, from 0 */
export const indicatorOfOtherSheet = (index: number): DomainError =>
  errorAt(`/indicatorIds/${index}`, 'unfit', 'indicator-of-other-sheet', {
    zh: '只能关联同一张表的指标。',
    en: 'Only indicators of the same sheet can be linked.',
  });
