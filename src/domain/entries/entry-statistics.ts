import { exact, type Exact, larger, plain, smaller, sum } from '../exact.js';
import type { Grade, MonthlyEntry } from '../indicator.js';
import type { Month } from '../calendar/month.js';
import type { LocalDate } from '../calendar/working-days.js';

/**
 * All that scoring needs to know of an indicator's approved entries. The database reduces entries to the same shape,
 * so that a score never has to load them. Numbers are decimal strings; null where nothing of the kind was reported.
 */
export interface EntryStatistics {
  /** Months with a value, a pair, or a grade. */
  readonly reported: number;
  /** Months that were declared not applicable. */
  readonly notApplicable: number;
  readonly sum: string | null;
  readonly min: string | null;
  readonly max: string | null;
  /** The database fills it for `latest` indicators only. */
  readonly latest: string | null;
  readonly numerators: string | null;
  readonly denominators: string | null;
  readonly grade: Grade | null;
  readonly coefficient: string | null;
  /** The day that was reported last. Left out of what older reports were computed from, as the two below. */
  readonly completedOn?: LocalDate | null;
  /** Months that were declared not applicable; filled for `each-quarter` and `each-half-year` only. */
  readonly notApplicableMonths?: readonly Month[];
  /** Months that were reopened since and count with what was last approved. */
  readonly reopened?: number;
  /** Months that were handed in and never approved: they do not count yet. Left out where there are none. */
  readonly waiting?: number;
  /** The months' own values; needed, and filled, only where each month, quarter or half-year is judged on its own. */
  readonly monthly: readonly { readonly month: Month; readonly value: string }[];
}

/** Reduces the entries of one indicator; their order does not matter. */
export function statisticsOf(entries: readonly MonthlyEntry[]): EntryStatistics {
  const reported = entries.filter(({ notApplicable }) => !notApplicable).sort((a, b) => (a.month < b.month ? -1 : 1));
  const monthly = reported.flatMap(({ month, value }) => (value == null ? [] : [{ month, value }]));
  const values = monthly.map(({ value }) => exact(value));
  const graded = reported.findLast(({ grade }) => grade != null);
  return {
    reported: reported.length,
    notApplicable: entries.length - reported.length,
    sum: total(values),
    min: extreme(values, smaller),
    max: extreme(values, larger),
    latest: monthly.at(-1)?.value ?? null,
    numerators: total(reported.flatMap(({ numerator }) => (numerator == null ? [] : [exact(numerator)]))),
    denominators: total(reported.flatMap(({ denominator }) => (denominator == null ? [] : [exact(denominator)]))),
    grade: graded?.grade ?? null,
    coefficient: graded?.coefficient ?? null,
    completedOn: reported.findLast(({ completedOn }) => completedOn != null)?.completedOn ?? null,
    notApplicableMonths: entries.flatMap(({ month, notApplicable }) => (notApplicable ? [month] : [])).sort(),
    reopened: entries.filter(({ reopened }) => reopened).length,
    monthly,
  };
}

const total = (numbers: readonly Exact[]): string | null => (numbers.length > 0 ? plain(sum(numbers)) : null);

function extreme(numbers: readonly Exact[], choose: (a: Exact, b: Exact) => Exact): string | null {
  return numbers.length > 0 ? plain(numbers.reduce(choose)) : null;
}
