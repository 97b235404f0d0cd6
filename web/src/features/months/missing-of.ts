import { owesMonth } from '@domain/entries/due.js';
import type { Month } from '@domain/calendar/month.js';
import type { IndicatorMonths } from '../../api/types.js';
import { asOfMonth } from '../shown/as-of-month.js';

export interface MissingEntry {
  readonly indicator: IndicatorMonths;
  /** What is there all the same, not handed in. */
  readonly state: 'missing' | 'draft' | 'returned';
}

const isHandedIn = ({ status }: IndicatorMonths['entries'][number]): boolean =>
  status === 'submitted' || status === 'approved';

/** What a month still lacks: it is owed, or was opened again, and is not handed in (the service's rule, `owed-months.ts`). */
export function missingOf(indicators: readonly IndicatorMonths[], month: Month): MissingEntry[] {
  return indicators.flatMap((latest) => {
    const indicator = asOfMonth(latest, month);
    const entry = indicator.entries.find((one) => one.month === month);
    // What has to be done by a day is settled by its completion, whichever month that was entered in.
    const isSettled = indicator.entries.some(
      (one) => isHandedIn(one) && (one.month === month || one.completedOn !== null),
    );
    if (isSettled || !(owesMonth(indicator, month) || entry?.lastApproved)) return [];
    return [{ indicator, state: entry?.status === 'draft' || entry?.status === 'returned' ? entry.status : 'missing' }];
  });
}
