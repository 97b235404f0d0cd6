import type { CellValue } from 'exceljs';
import { shownNumber, shownText } from './number-format.js';
import { shownDate } from './shown-date.js';

/** Letters of a format that make a date of a number; quoted ones, escaped ones and colours do not. */
const OF_DATES = /[ymdhs]/i;
const NO_LETTERS = /"[^"]*"|\\.|\[(?!h)[^\]]*\]|General|_.|\*./gi;
const DAYS_TO_1970 = 25_569;
const MS_PER_DAY = 86_400_000;

/** What a cell shows, from what it holds: 0.95 shown as a percentage is `95%`, a date is `2031-06-30`. */
export function workbookText(value: CellValue, format = ''): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return shownText(value, format);
  if (typeof value === 'number') return shownNumber(value, format);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return dateText(value, format);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('formula' in value || 'sharedFormula' in value) return workbookText(value.result ?? null, format);
  return 'text' in value ? workbookText(value.text, format) : '';
}

/** The library takes `0\h` for a date, too. */
function dateText(date: Date, format: string): string {
  if (format === '' || OF_DATES.test(format.replace(NO_LETTERS, ''))) return shownDate(date, format);
  return shownNumber(date.getTime() / MS_PER_DAY + DAYS_TO_1970, format);
}
