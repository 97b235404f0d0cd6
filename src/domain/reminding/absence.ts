import { errorAt } from '../domain-error.js';
import type { LocalDate } from '../calendar/working-days.js';

/** When somebody is away: local dates, both included; null: they are not. */
export interface Absence {
  readonly awayFrom: LocalDate | null;
  readonly awayUntil: LocalDate | null;
}

export function isAway({ awayFrom, awayUntil }: Absence, date: LocalDate): boolean {
  return awayFrom !== null && awayUntil !== null && awayFrom <= date && date <= awayUntil;
}

/** @throws DomainError `absence-invalid` when an end is missing or before the beginning */
export function checkAbsence({ awayFrom, awayUntil }: Absence): void {
  if (awayFrom === null && awayUntil === null) return;
  if (awayFrom !== null && awayUntil !== null && awayFrom <= awayUntil) return;
  const pointer = awayFrom === null ? '/awayFrom' : '/awayUntil';
  throw errorAt(pointer, 'unfit', 'absence-invalid', {
    zh: '外出须同时填写起止日期，且结束日期不早于开始日期。',
    en: 'An absence has a first and a last day, and the last is not before the first.',
  });
}
