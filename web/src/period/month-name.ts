import i18next from 'i18next';
import type { Month } from '../../../src/domain/month.js';

/** `2026年10月` and `October 2026`; without the year `10月` and `Oct`. */
export function monthName(month: Month, style: 'whole' | 'short' = 'whole'): string {
  const [locale, short] = i18next.language === 'zh' ? ['zh-CN', 'long' as const] : ['en-GB', 'short' as const];
  const parts = style === 'whole' ? { year: 'numeric' as const, month: 'long' as const } : { month: short };
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}
