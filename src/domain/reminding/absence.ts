import { type DomainError, errorAt } from '../domain-error.js';
import { addDays, type LocalDate } from '../calendar/working-days.js';

/** Both ends included. Who stands in for longer is given the account's work (handover), and a forgotten end opens no lasting door. */
const MOST_DAYS = 92;

/** When somebody is away: local dates, both included; null: they are not. */
export interface Absence {
  readonly awayFrom: LocalDate | null;
  readonly awayUntil: LocalDate | null;
}

export function isAway({ awayFrom, awayUntil }: Absence, date: LocalDate): boolean {
  return awayFrom !== null && awayUntil !== null && awayFrom <= date && date <= awayUntil;
}

/**
 * @param changes what is said of it anew: one that was longer before there was a limit, and stays, hinders nothing else
 * @throws DomainError `absence-invalid` when an end is missing or before the beginning, `absence-too-long`
 */
export function checkAbsence(absence: Absence, changes: Partial<Absence> = absence): void {
  const { awayFrom, awayUntil } = absence;
  if (awayFrom === null && awayUntil === null) return;
  if (awayFrom !== null && awayUntil !== null && awayFrom <= awayUntil) {
    const isNew = changes.awayFrom !== undefined || changes.awayUntil !== undefined;
    if (isNew && awayUntil > addDays(awayFrom, MOST_DAYS - 1)) throw absenceTooLong();
    return;
  }
  const pointer = awayFrom === null ? '/awayFrom' : '/awayUntil';
  throw errorAt(pointer, 'unfit', 'absence-invalid', {
    zh: '外出须同时填写起止日期，且结束日期不早于开始日期。',
    en: 'An absence has a first and a last day, and the last is not before the first.',
  });
}

const absenceTooLong = (): DomainError =>
  errorAt('/awayUntil', 'unfit', 'absence-too-long', {
    zh: `一次外出最长 ${MOST_DAYS} 天（含首尾两日）。时间更长的，请移交工作，或到期后再次填写。`,
    en: `An absence lasts at most ${MOST_DAYS} days, both ends included. For longer, hand the work over, or enter it again when it ends.`,
  });
