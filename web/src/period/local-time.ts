import i18next from 'i18next';
import { timeZone } from '../api/clock.js';

/** An instant in the installation's time zone and the reader's style; `medium` has seconds. */
export function localTime(instant: string, timeStyle: 'short' | 'medium' = 'short'): string {
  const locale = i18next.language === 'zh' ? 'zh-CN' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle, timeZone: timeZone() });
  return format.format(new Date(instant));
}

/** A local date, `YYYY-MM-DD`, as people write it: `2026年12月2日`, `2 December 2026`. */
export function dateName(date: string): string {
  const locale = i18next.language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
