import type { SeenEntry } from '../../api/progress.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';

/** An entry that waits for a decision, with its indicator. */
export interface WaitingEntry {
  readonly indicator: IndicatorMonths;
  readonly entry: ProgressEntry;
}

/** Of all indicators, oldest month first. */
export const waitingIn = (items: readonly IndicatorMonths[]): WaitingEntry[] =>
  items
    .flatMap((indicator) =>
      indicator.entries.filter(({ status }) => status === 'submitted').map((entry) => ({ indicator, entry })),
    )
    .sort((a, b) => (a.entry.month < b.entry.month ? -1 : 1));

const MOST_APPROVED = 50;

/** What was approved, of one month or of any; what was decided last stands first. */
export const approvedIn = (items: readonly IndicatorMonths[], month: string | null): WaitingEntry[] =>
  items
    .flatMap((indicator) =>
      indicator.entries
        .filter((entry) => entry.status === 'approved' && (month === null || entry.month === month))
        .map((entry) => ({ indicator, entry })),
    )
    .sort((a, b) => (a.entry.updatedAt < b.entry.updatedAt ? 1 : -1))
    .slice(0, MOST_APPROVED);

export const seenOf = ({ indicator, entry: { month, version } }: WaitingEntry): SeenEntry => ({
  indicatorId: indicator.id,
  month,
  version,
});
