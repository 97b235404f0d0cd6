import i18next from 'i18next';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
const STEP = 1024;

/** A size as people read it: `1.2 GB`. */
export function sizeText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(STEP)), UNITS.length - 1);
  const format = new Intl.NumberFormat(i18next.language, { maximumFractionDigits: power === 0 ? 0 : 1 });
  return `${format.format(bytes / STEP ** power)} ${UNITS[power] ?? ''}`;
}
