import type { Policy } from '../../../../../src/domain/policy.js';
import type { ProgressEntry } from '../../../api/types.js';
import { today } from '../../../period/clock.js';
import { isEnded } from '../../../period/period.js';
import { checkTyped } from '../check-typed.js';
import type { Stored } from '../saving/in-hand.js';
import type { Seen } from '../saving/entry-saving.js';
import { contentOf } from '../typed.js';
import type { GridRow } from './grid-rows.js';

/** Why nothing can be typed into a month. */
export type Lock = 'submitted' | 'approved' | 'not-open';

/** A row's month: what is stored of it, and how it is entered. */
export interface GridEntry extends Seen {
  readonly row: GridRow;
  readonly month: string;
  readonly entry: ProgressEntry | undefined;
  readonly lock: Lock | null;
}

export function gridEntry(row: GridRow, month: string, policy: Policy): GridEntry {
  const [first] = row.indicators;
  const entries = entriesOf(row, month);
  const [entry] = entries;
  const stored = storedOf(entries);
  const status = entry?.status;
  const locked = status === 'submitted' || status === 'approved' ? status : null;
  return {
    row,
    month,
    entry,
    stored,
    lock: locked ?? (isEnded(month, today()) ? null : 'not-open'),
    subject: {
      key: `${row.id} ${month}`,
      id: row.id,
      isMeasure: row.isMeasure,
      indicatorIds: row.indicators.map(({ id }) => id),
      month,
      name: first.name,
      check: (typed) => checkTyped(first, month, typed, policy),
    },
  };
}

/** One for each indicator that the row feeds and that has an entry. */
export const entriesOf = (row: GridRow, month: string): ProgressEntry[] =>
  row.indicators.flatMap(({ entries }) => entries.filter((entry) => entry.month === month));

/** The version of a measure's month grows with each of its entries. */
export function storedOf(entries: readonly ProgressEntry[]): Stored {
  const [entry] = entries;
  const version = entries.reduce((sum, one) => sum + one.version, 0);
  const isLocked = entries.some(({ status }) => status === 'submitted' || status === 'approved');
  return { version: version === 0 ? null : version, content: contentOf(entry), isLocked };
}
