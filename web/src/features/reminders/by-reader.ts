import type { DayAhead } from '../../api/reminders.js';

type Told = DayAhead['reminders'][number];

/** One mail each: what goes to the same reader goes together. */
export function byReader(reminders: readonly Told[]): { readBy: string; told: Told[] }[] {
  const readers = new Map<string, Told[]>();
  for (const one of reminders) readers.set(one.readBy, [...(readers.get(one.readBy) ?? []), one]);
  return [...readers].map(([readBy, told]) => ({ readBy, told }));
}
