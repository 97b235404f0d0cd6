import i18next from 'i18next';

/** An instant in the reader's own time zone and style. */
export function localTime(instant: string): string {
  const locale = i18next.language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(instant));
}
