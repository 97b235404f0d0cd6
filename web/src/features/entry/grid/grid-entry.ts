import { hasEnded, isBefore } from '@domain/entries/due.js';
import type { Policy } from '@domain/policy.js';
import type { ProgressEntry } from '../../../api/types.js';
import { today } from '../../../api/clock.js';
import { isEnded } from '../../../period/period.js';
import { asOfMonth } from '../../shown/as-of-month.js';
import { checkTyped } from '../check-typed.js';
import type { Stored } from '../saving/in-hand.js';
import type { Seen } from '../saving/entry-saving.js';
import { contentOf } from '../typed.js';
import type { GridRow } from './grid-rows.js';

/** Why nothing can be typed into a month. */
export type Lock = 'submitted' | 'approved' | 'not-open' | 'not-begun' | 'ended' | 'closed';

/** A row's month: what is stored of it, and how it is entered. */
export interface GridEntry extends Seen {
  /** With what held of its indicators in the month. */
  readonly row: GridRow;
  readonly month: string;
  readonly entry: ProgressEntry | undefined;
  readonly lock: Lock | null;
}

export function gridEntry(latest: GridRow, month: string, policy: Policy): GridEntry {
  const [latestFirst, ...others] = latest.indicators;
  const first = asOfMonth(latestFirst, month);
  const row = { ...latest, indicators: [first, ...others.map((one) => asOfMonth(one, month))] } as const;
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
    lock: locked ?? lockOf(row.indicators, month, entry),
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

function lockOf(indicators: GridRow['indicators'], month: string, entry: ProgressEntry | undefined): Lock | null {
  if (!isEnded(month, today())) return 'not-open';
  if (isBefore(indicators[0], month)) return 'not-begun';
  if (hasEnded(indicators[0], month) && !entry) return 'ended';
  return indicators.some(({ closedMonths }) => closedMonths.includes(month)) ? 'closed' : null;
}

/** One for each indicator that the row feeds and that has an entry. */
export const entriesOf = (row: GridRow, month: string): ProgressEntry[] =>
  row.indicators.flatMap(({ entries }) => entries.filter((entry) => entry.month === month));

/** The version of a measure's month grows with each of its entries. */
export function storedOf(entries: readonly ProgressEntry[]): Stored {
  const [entry] = entries;
  const version = entries.reduce((sum, one) => sum + one.version, 0);
  const isLocked = entries.some(({ status }) => status === 'submitted' || status === 'approved');
  // What feeds several sheets is asked about for each of them, and answered for all at once.
  const confirmed = [...new Set(entries.flatMap((one) => one.confirmed))];
  return { version: version === 0 ? null : version, content: { ...contentOf(entry), confirmed }, isLocked };
}
