import i18next from 'i18next';
import { type Month, monthNumber, yearOf } from '@domain/calendar/month.js';

/** `2026年10月` and `October 2026`; without the year `10月` and `Oct`. */
export function monthName(month: Month, style: 'whole' | 'short' = 'whole'): string {
  if (i18next.language === 'zh') return `${style === 'whole' ? `${yearOf(month)}年` : ''}${monthNumber(month)}月`;
  const parts = style === 'whole' ? { year: 'numeric' as const, month: 'long' as const } : { month: 'short' as const };
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}
