import { endsPeriod, periodMonths } from '@domain/entries/due.js';
import { exact, plain } from '@domain/exact.js';
import { type Grade, GRADES, type MonthlyEntry } from '@domain/indicator.js';
import { monthOfDate } from '@domain/calendar/local-date.js';
import { monthOf, monthsBetween } from '@domain/calendar/month.js';
import { wholeOf } from '@domain/share.js';
import type { Policy, SheetIndicator } from '../../../api/types.js';

/** Of a target that is a day, what is assumed is whether it is kept. */
export const IN_TIME = '1';

/** Months of a year that come to exactly this value, however the indicator adds up. */
export function monthsReaching(indicator: SheetIndicator, value: string, year: number, policy: Policy): MonthlyEntry[] {
  const { comparator, aggregation, target, unit } = indicator;
  if (comparator === 'by') {
    const isKept = target !== null && exact(value).gte(exact(IN_TIME));
    return isKept ? [{ month: monthOfDate(target), completedOn: target }] : [];
  }
  const months = monthsBetween(monthOf(year, 1), monthOf(year, 12));
  if (comparator === 'qualitative')
    return months.map((month) => ({ month, grade: gradeOf(value, policy), coefficient: value }));
  if (aggregation === 'ratio') {
    return months.map((month) => ({ month, numerator: value, denominator: plain(wholeOf(unit)) }));
  }
  // A sum is reached in December, a quarter with its last month; everything else stays as it is from January on.
  const span = aggregation === 'sum' ? months.length : periodMonths(indicator);
  return months.map((month) => ({ month, value: endsPeriod(month, span) ? value : '0' }));
}

export const gradeOf = (coefficient: string, { gradeBands }: Policy): Grade =>
  GRADES.find((grade) => exact(coefficient).gte(exact(gradeBands[grade].from))) ?? 'missed';
