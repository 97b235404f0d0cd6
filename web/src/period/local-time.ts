import i18next from 'i18next';
import { timeZone } from '../api/clock.js';

/** An instant in the installation's time zone and the reader's style; `medium` has seconds. */
export function localTime(instant: string, timeStyle: 'short' | 'medium' = 'short'): string {
  const locale = i18next.language === 'zh' ? 'zh-CN' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle, timeZone: timeZone() });
  return format.format(new Date(instant));
}
