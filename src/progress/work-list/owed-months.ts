import { addMonths, type Month, monthsBetween } from '../../domain/calendar/month.js';
import type { EntryStatus } from '../entries/progress-entry.entity.js';

/** An entry is owed until it is handed in. */
export const HANDED_IN: readonly EntryStatus[] = ['submitted', 'approved'];

const MONTHS_BACK = 12;

/**
 * The months that somebody may still owe something of, up to the last that is over: a year does not end in December. What
 * is older has been reported on, and nobody is chased for it any more.
 */
export const chasedMonths = (last: Month): Month[] => monthsBetween(addMonths(last, 1 - MONTHS_BACK), last);

const holds = (held: string, month: string): string =>
  `${month} >= ${held}.from_month AND ${month} < ${held}.until_month`;

/** Whether a row of `indicator_in_force` holds in the month and owes it by itself (domain/entries/due.ts, `owesMonth`), in SQL. */
export const owesByItself = (held: string, month: string): string =>
  `(${holds(held, month)}
    AND owes_month(${held}.target_date, ${held}.aggregation, ${held}.due_month, ${held}.first_month, ${held}.end_month,
      ${month}))`;

/** Whether it holds in the month and had not ended, and an entry of the month was reopened: that one is owed again. */
export const owesReopened = (held: string, month: string): string =>
  `(${holds(held, month)} AND (${held}.end_month IS NULL OR ${month} <= ${held}.end_month) AND EXISTS (
    SELECT FROM progress_entry reopened WHERE reopened.indicator_id = ${held}.indicator_id AND reopened.month = ${month}
      AND reopened.last_approved IS NOT NULL))`;

export const owes = (held: string, month: string): string =>
  `(${owesByItself(held, month)} OR ${owesReopened(held, month)})`;

/**
 * Whether there is an entry in one of these states that settles the month. What has to be completed by a day is settled
 * by its completion, whichever month that was entered in.
 */
export const answered = (held: string, month: string, states: readonly EntryStatus[]): string => {
  const given = `SELECT FROM progress_entry given WHERE given.indicator_id = ${held}.indicator_id
      AND given.status IN (${states.map((state) => `'${state}'`).join(', ')})`;
  // Two questions, each with an index of its own: one question about both reads all entries.
  return `(EXISTS (
    ${given} AND given.month = ${month}) OR EXISTS (
    ${given} AND given.completed_on IS NOT NULL))`;
};
