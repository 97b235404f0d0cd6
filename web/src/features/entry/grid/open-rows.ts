import { stateOf } from '../cell-state.js';
import type { EntryState } from '../cell-state.js';
import type { InHand } from '../saving/in-hand.js';
import type { GridEntry } from './grid-entry.js';
import type { GridRow } from './grid-rows.js';
import type { Grid } from './use-grid.js';

/** What somebody still has to do something about. */
const OPEN: readonly EntryState[] = [
  'missing',
  'invalid',
  'refused',
  'conflict',
  'waiting',
  'asked',
  'returned',
  'reopened',
];

/** The rows that are not filled in, or not as they should be, by their ids. */
export const openRows = (entries: readonly GridEntry[], hands: ReadonlyMap<string, InHand>): ReadonlySet<string> =>
  new Set(
    entries.filter((entry) => OPEN.includes(stateOf(entry, hands.get(entry.subject.key)))).map(({ row }) => row.id),
  );

/** The rows whose indicator has these words in its name, by their ids; Latin letters in either case. */
export function namedRows(rows: readonly GridRow[], words: string): ReadonlySet<string> {
  const sought = words.trim().toLowerCase();
  return new Set(
    rows
      .filter(({ indicators }) => indicators.some(({ name }) => name.toLowerCase().includes(sought)))
      .map(({ id }) => id),
  );
}

/** The grid with these rows alone, numbered as they are shown: keys and pasted blocks go where one sees them go. */
export function onlyRows(grid: Grid, ids: ReadonlySet<string>): Grid {
  let number = 0;
  const sheets = grid.sheets
    .map(({ id, rows }) => ({
      id,
      rows: rows.filter((row) => ids.has(row.id)).map((row) => ({ ...row, row: number++ })),
    }))
    .filter(({ rows }) => rows.length > 0);
  return { ...grid, sheets, rows: sheets.flatMap(({ rows }) => rows) };
}
