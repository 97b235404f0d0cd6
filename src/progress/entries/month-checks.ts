import { DomainError, type Problem } from '../../domain/domain-error.js';
import { type Month, yearOf } from '../../domain/month.js';
import type { LocalDate } from '../../domain/working-days.js';

/** Whether a month belongs to the year and is over. @throws DomainError `month-outside-year`, `month-not-open` */
export function checkMonth(month: Month, fiscalYear: number, today: LocalDate): void {
  const [outside] = monthOutsideYear(month, fiscalYear);
  if (outside) throw new DomainError('unfit', outside.code, outside.message, [outside]);
  if (month < today.slice(0, 7)) return;
  const messages = {
    zh: `${month} 尚未结束，次月 1 日起填报。`,
    en: `${month} is not over yet; its entries open on the 1st of the next month.`,
  };
  throw new DomainError('unfit', 'month-not-open', messages, [
    { code: 'month-not-open', pointer: '/month', message: messages },
  ]);
}

export function monthOutsideYear(month: Month, fiscalYear: number): Problem[] {
  if (yearOf(month) === fiscalYear) return [];
  const message = {
    zh: `${month} 不在 ${fiscalYear} 年度内。`,
    en: `${month} lies outside fiscal year ${fiscalYear}.`,
  };
  return [{ code: 'month-outside-year', pointer: '/month', message }];
}
