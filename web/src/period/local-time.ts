import i18next from 'i18next';
import { dateName as wholeDate } from '@domain/calendar/month-name.js';
import type { Language } from '@domain/domain-error.js';
import { timeZone } from '../api/clock.js';

/** An instant in the installation's time zone and the reader's style; `medium` has seconds. */
export function localTime(instant: string, timeStyle: 'short' | 'medium' = 'short'): string {
  const locale = i18next.language === 'zh' ? 'zh-CN' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle, timeZone: timeZone() });
  return format.format(new Date(instant));
}

/** A local date, `YYYY-MM-DD`, as people write it: `2026年12月2日`, `2 December 2026`. */
export const dateName = (date: string): string => wholeDate(date)[i18next.language as Language];

/** The same where the year stands above: `12月2日`, `2 Dec`. */
export function dayName(date: string): string {
  const isChinese = i18next.language === 'zh';
  const format = new Intl.DateTimeFormat(isChinese ? 'zh-CN' : 'en-GB', {
    month: isChinese ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}
