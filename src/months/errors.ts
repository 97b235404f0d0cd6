import { monthName } from '../domain/calendar/month-name.js';
import type { MonthState } from '../domain/calendar/deadlines.js';
import { ConflictError, DomainError, errorAt } from '../domain/domain-error.js';
import type { Month } from '../domain/calendar/month.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { MonthFacts } from './months.repository.js';
import { outsideYear } from '../domain/calendar/fiscal-year.js';

const STATES: Record<MonthState, { zh: string; en: string }> = {
  'not-open': { zh: '尚未开放', en: 'not open yet' },
  open: { zh: '开放', en: 'open' },
  late: { zh: '已过截止时间，仍开放', en: 'past its due date and still open' },
  reopened: { zh: '已重新开放', en: 'open once more' },
  closed: { zh: '已关闭', en: 'closed' },
};

export const monthClosed = ({ department, month }: Pick<MonthFacts, 'department' | 'month'>): DomainError =>
  errorAt('/month', 'conflict', 'month-closed', {
    zh: `“${department}”的${monthName(month).zh}已关闭，其填报和目标都不能再改。如需更正，请绩效办先重新开放该月。`,
    en: `${monthName(month).en} of “${department}” is closed: neither its entries nor its targets can be changed. To correct it, ask the performance office to reopen the month.`,
  });

/** @param pointer to what names the month */
export const monthOutsideYear = (month: Month, fiscalYear: number, pointer = '/month'): DomainError =>
  errorAt(pointer, 'unfit', 'month-outside-year', outsideYear(month, fiscalYear));

export const notNow = (month: Month, state: MonthState): DomainError =>
  new DomainError('conflict', 'state-conflict', {
    zh: `${monthName(month).zh}当前${STATES[state].zh}，不能进行此操作。`,
    en: `${monthName(month).en} is ${STATES[state].en}; this cannot be done now.`,
  });

type Decided = Pick<MonthFacts, 'month' | 'decision'> & { readonly version: number };

/** Somebody else decided since it was looked at. */
export function decidedMeanwhile(standing: Decided): ConflictError {
  const { month, decision, version } = standing;
  if (!decision) return new ConflictError(standing, version);
  const done = { closed: { zh: '关闭', en: 'closed' }, reopened: { zh: '重新开放', en: 'reopened' } }[decision.state];
  return new ConflictError(standing, version, {
    zh: `${monthName(month).zh}已由${decision.actor}${done.zh}，请核对当前状态。`,
    en: `${decision.actor} has ${done.en} ${monthName(month).en} in the meantime: look at how it stands now.`,
  });
}

export const openUntilPast = (day: LocalDate): DomainError =>
  errorAt('/openUntil', 'unfit', 'open-until-past', { zh: `${day} 已经过去。`, en: `${day} is over already.` });
