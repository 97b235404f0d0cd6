import i18next from 'i18next';

let timeZone: string | undefined;

/** Deadlines are those of the installation, wherever the reader's computer thinks it is. */
export function rememberTimeZone(ofInstallation: string): void {
  timeZone = ofInstallation;
}

/** An instant in the installation's time zone and the reader's style; `medium` has seconds. */
export function localTime(instant: string, timeStyle: 'short' | 'medium' = 'short'): string {
  const locale = i18next.language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle, timeZone }).format(new Date(instant));
}
