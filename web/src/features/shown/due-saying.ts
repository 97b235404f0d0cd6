import type { MonthState } from '@domain/calendar/deadlines.js';

/** What is said of a month's deadline: it lies ahead; it is over; it lies ahead, and somebody closed the month before it. */
export type DueSaying = 'due' | 'wasDue' | 'closedEarly';

/** @param now milliseconds */
export function dueSaying(dueAt: string, state: MonthState | null, now: number): DueSaying {
  if (Date.parse(dueAt) <= now) return 'wasDue';
  return state === 'closed' ? 'closedEarly' : 'due';
}
