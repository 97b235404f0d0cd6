import type { MonthState } from '../../domain/calendar/deadlines.js';
import type { Month } from '../../domain/calendar/month.js';

/** A month that still lacks entries. */
export interface OwedMonth {
  readonly month: Month;
  /** Indicators that have to be entered for it, and how many of them are not submitted yet. */
  readonly due: number;
  readonly owed: number;
}

/** When an owed month is due, and how it stands, in `WorkList.departmentId`; null without one. */
export interface DatedMonth extends OwedMonth {
  readonly dueAt: Date | null;
  readonly state: MonthState | null;
}

/** An entry that came back to be corrected, with who sent it back and why; null: it was taken over like that. */
export interface ReturnedEntry {
  /** By its reviewer, or opened again after it had been approved. */
  readonly action: 'returned' | 'reopened';
  readonly indicatorId: string;
  readonly name: string;
  readonly month: Month;
  readonly actor: string | null;
  readonly reason: string | null;
}

/** What waits for somebody, up to the last month that is over. */
export interface WorkList {
  /** The caller's own, or the only one; null: they see several, whose deadlines may differ. */
  readonly departmentId: string | null;
  /** Whether any indicator is the caller's to enter: without one, owing nothing says nothing. */
  readonly isAssigned: boolean;
  /** The latest month first, closed ones last: they take nothing until they are opened again. */
  readonly owed: readonly DatedMonth[];
  /** Closed months in which entries of the caller's were never handed in, of departments that cannot open them by themselves. */
  readonly closed: readonly OwedMonth[];
  /** The 20 that came back last, of `returnedTotal`. */
  readonly returned: readonly ReturnedEntry[];
  readonly returnedTotal: number;
  /** Submitted entries by month, for whoever approves; not their own, which somebody else has to approve. */
  readonly waiting: readonly { readonly month: Month; readonly entries: number }[];
}
