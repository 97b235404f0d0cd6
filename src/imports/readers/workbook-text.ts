import type { CellValue } from 'exceljs';

/** What a cell says, from what it holds: 0.95 shown as a percentage is `95%`, a date is `2031-06-30`. */
export function workbookText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, format ?? '');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('formula' in value || 'sharedFormula' in value) return workbookText(value.result ?? null, format);
  return 'text' in value ? workbookText(value.text, format) : '';
}

/** Words in a number format are printed too: `0"次"` shows 60次. `0.00` shows 50.00; fewer decimals would only round. */
function numberText(value: number, format: string): string {
  const [section = ''] = format.split(';');
  const words = section.replace(/\[[^\]]*\]|_.|\*./g, '').replace(/\\(.)/g, '"$1"');
  const [, before = '', after = ''] = /^((?:"[^"]*")*)[^"]*((?:"[^"]*")*)/.exec(words) ?? [];
  const isPercent = words.replace(/"[^"]*"/g, '').includes('%');
  const decimals = /\.(0+)/.exec(words)?.[1]?.length ?? 0;
  const digits = withDecimals(withoutFloatNoise(isPercent ? value * 100 : value), decimals);
  return `${unquoted(before)}${digits}${isPercent ? '%' : ''}${unquoted(after)}`;
}

const unquoted = (quoted: string): string => quoted.replaceAll('"', '');

/** 0.285 × 100 is 28.499999999999996 in floating point; a workbook keeps 15 digits. */
function withoutFloatNoise(value: number): string {
  const short = Number(value.toPrecision(15));
  return Math.abs(short) < 1e15 && Math.abs(short) >= 1e-6 ? String(short) : short.toFixed(6).replace(/\.?0+$/, '');
}

function withDecimals(digits: string, decimals: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}
