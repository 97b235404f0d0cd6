import i18next from 'i18next';
import type { Language } from '@domain/domain-error.js';
import { type Month, monthNumber } from '@domain/calendar/month.js';
import { monthName as wholeName } from '@domain/calendar/month-name.js';

/** `2026年10月` and `October 2026`; without the year `10月` and `Oct`. */
export function monthName(month: Month, style: 'whole' | 'short' = 'whole'): string {
  if (style === 'whole') return wholeName(month)[i18next.language as Language];
  if (i18next.language === 'zh') return `${monthNumber(month)}月`;
  const format = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
