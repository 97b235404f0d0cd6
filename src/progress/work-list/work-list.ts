import type { Month } from '../../domain/calendar/month.js';

/** A month that still lacks entries. */
export interface OwedMonth {
  readonly month: Month;
  /** Indicators that have to be entered for it, and how many of them are not submitted yet. */
  readonly due: number;
  readonly owed: number;
}

/** An entry that came back to be corrected, with who returned it and why; null: it was taken over like that. */
export interface ReturnedEntry {
  readonly indicatorId: string;
  readonly name: string;
  readonly month: Month;
  readonly actor: string | null;
  readonly reason: string | null;
}

/** What waits for somebody, up to the last month that is over. */
export interface WorkList {
  /** The first department that the caller sees: where several have different deadlines, its are told. */
  readonly departmentId: string | null;
  /** Whether any indicator is the caller's to enter: without one, owing nothing says nothing. */
  readonly isAssigned: boolean;
  /** The latest month first. */
  readonly owed: readonly OwedMonth[];
  /** The 20 that came back last, of `returnedTotal`. */
  readonly returned: readonly ReturnedEntry[];
  readonly returnedTotal: number;
  /** Submitted entries by month, for whoever approves; not their own, which somebody else has to approve. */
  readonly waiting: readonly { readonly month: Month; readonly entries: number }[];
}
