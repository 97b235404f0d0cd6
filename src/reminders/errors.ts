import { type DomainError, errorAt } from '../domain/domain-error.js';

/** @param step from 0 */
export const ladderNotAscending = (step: number): DomainError =>
  errorAt(`/ladder/${step}/workingDays`, 'unfit', 'ladder-not-ascending', {
    zh: '提醒阶梯的工作日数须逐级递增。',
    en: 'The steps of the ladder must come in ascending order of working days.',
  });
