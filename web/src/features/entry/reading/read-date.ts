import { addDays } from '@domain/calendar/working-days.js';
import { foreignTo, plainText } from './plain-text.js';
import { type Reading, unreadable } from './unreadable.js';

const WHOLE = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const OF_THE_YEAR = /^(\d{1,2})月(\d{1,2})日?$/;

/** `2026-09-30`, `2026/9/30`, `2026年9月30日`, and without the year that of the grid: `9月30日`. */
export function readDate(text: string, year: number): Reading {
  const plain = plainText(text).replace(/ /g, '');
  if (plain === '') return { value: null };
  const foreign = foreignTo(plain);
  if (foreign) return unreadable(foreign, plain);
  const parts = (WHOLE.exec(plain) ?? COMPACT.exec(plain))?.slice(1) ?? ofTheYear(plain, year);
  if (!parts) return unreadable('date', plain);
  const [y = '', m = '', d = ''] = parts;
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(date) ? { value: date } : unreadable('no-such-day', plain);
}

function ofTheYear(plain: string, year: number): string[] | undefined {
  const match = OF_THE_YEAR.exec(plain);
  return match ? [String(year), ...match.slice(1)] : undefined;
}

const isDay = (date: string): boolean => !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && addDays(date, 0) === date;
