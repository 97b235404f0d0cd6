import { monthName } from '../domain/calendar/month-name.js';
import { DomainError, errorAt } from '../domain/domain-error.js';

/** @param step from 0 */
export const ladderNotAscending = (step: number): DomainError =>
  errorAt(`/ladder/${step}/workingDays`, 'unfit', 'ladder-not-ascending', {
    zh: '提醒阶梯的工作日数须逐级递增。',
    en: 'The steps of the ladder must come in ascending order of working days.',
  });

export const nothingOwed = (month: string): DomainError =>
  new DomainError('conflict', 'nothing-owed', {
    zh: `${monthName(month).zh}的这一项没有欠报，或该月已关闭、尚未结束，无需催报。`,
    en: `This entry of ${monthName(month).en} is not owed: it is handed in, or its month is closed or not over yet.`,
  });

export const nobodyToAsk = (): DomainError =>
  new DomainError('conflict', 'nobody-to-remind', {
    zh: '没有可以收到提醒的联系人：请先为该股室、部门或绩效办登记有效的联系人。',
    en: 'Nobody can be reminded: first enter a contact of the section, the department or the performance office.',
  });

export const alreadyAsked = (): DomainError =>
  new DomainError('conflict', 'reminded-already', {
    zh: '今天已经为这一项催过了，同一人同一项每天至多一次，请明天再催。',
    en: 'They have been reminded of this entry today; each person is at most once a day. Try again tomorrow.',
  });
