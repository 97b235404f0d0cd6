import { localTime, type LocalDate } from '@domain/calendar/working-days.js';
import type { useEntryHistory } from '../../../api/progress.js';
import type { RevisedTarget, Revision } from '../../../api/sheets.js';

type Change = NonNullable<ReturnType<typeof useEntryHistory>['data']>['items'][number];

/** Whether it had happened by the end of that day, where the installation is. */
export const hadHappened = (instant: string, day: LocalDate, zone: string): boolean =>
  localTime(new Date(instant), zone).date <= day;

/**
 * The last change of an entry by the end of a day.
 * @param history oldest first
 * @returns null: nothing had been entered, or it had been emptied
 */
export function entryOn(history: readonly Change[], day: LocalDate, zone: string): Change | null {
  const last = history.findLast(({ changedAt }) => hadHappened(changedAt, day, zone));
  return last === undefined || last.action === 'emptied' ? null : last;
}

/** The month itself, if it has an entry or none has one before it; else the last one before it that has. */
export const lastEntered = (entries: readonly { readonly month: string }[], month: string): string =>
  entries
    .map((entry) => entry.month)
    .filter((one) => one <= month)
    .sort()
    .at(-1) ?? month;

/**
 * The target of a month as people knew it on a day: of the last revision of then that reaches the month.
 * @param revisions oldest first, number 0 as it was adopted
 * @returns null: the indicator was never revised
 */
export function targetOn(
  revisions: readonly Revision[],
  { id, month, day, zone }: { id: string; month: string; day: LocalDate; zone: string },
): RevisedTarget | null {
  const known = revisions.filter(
    ({ number, effectiveMonth, revisedAt }) =>
      number === 0 || (effectiveMonth <= month && hadHappened(revisedAt, day, zone)),
  );
  const held = known.flatMap(({ indicators }) => indicators).findLast(({ indicatorId }) => indicatorId === id);
  return held ?? null;
}
