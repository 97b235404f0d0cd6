import type { ToSave } from './in-hand.js';

/** Rows of one request; the service takes a thousand, but the first answer should not wait for the last row. */
const MOST_ROWS = 200;

/** What can be sent together: entries of one month; those of a measure go one by one. */
export function batchesOf(rows: readonly ToSave[]): ToSave[][] {
  const groups = new Map<string, ToSave[]>();
  for (const row of rows) {
    const { key, month, isMeasure } = row.subject;
    const group = isMeasure ? key : month;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / MOST_ROWS) }, (_, index) =>
      group.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS),
    ),
  );
}
