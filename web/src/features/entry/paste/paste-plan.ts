import type { Problem } from '@domain/domain-error.js';
import { reachesBack } from '@domain/entries/first-month.js';
import type { GridEntry, Lock } from '../grid/grid-entry.js';
import type { Place } from '../grid/places.js';
import type { Typed } from '../typed.js';

/** A cell that a text may be pasted into. */
export interface PasteCell {
  readonly seen: GridEntry;
  readonly lock: Lock | 'not-applicable' | null;
  /** What stands in the entry now. */
  readonly typed: Typed;
  readonly changesFor: (text: string) => Partial<Typed>;
}

export interface PasteRow {
  readonly sheetId: string;
  readonly cells: readonly PasteCell[];
}

/** What a block would make of one entry. */
export interface PlannedEntry {
  readonly seen: GridEntry;
  readonly changes: Partial<Typed>;
  /** As they were pasted. */
  readonly texts: readonly string[];
  readonly problem: Problem | null;
}

/** What a block would do, before anything is done. Counts are cells. */
export interface PastePlan {
  readonly entries: readonly PlannedEntry[];
  readonly filled: number;
  readonly invalid: number;
  /** Entries that take the total since January, not the month's own. */
  readonly totals: number;
  /** By why they are. */
  readonly locked: ReadonlyMap<NonNullable<PasteCell['lock']>, number>;
  /** Nothing stands in them: they change nothing. */
  readonly blank: number;
  /** To the right of the last column, or below the last row. */
  readonly beyond: number;
  /** Below the sheet in which the block begins. */
  readonly elsewhere: number;
}

interface Filling {
  readonly cell: PasteCell;
  readonly text: string;
}

/** @param across whether it may run on into the next sheets */
export function planPaste(
  rows: readonly PasteRow[],
  from: Place,
  block: readonly (readonly string[])[],
  across: boolean,
): PastePlan {
  const sheetId = rows[from.row]?.sheetId;
  const fillings: Filling[] = [];
  const locked = new Map<NonNullable<PasteCell['lock']>, number>();
  let [blank, beyond, elsewhere] = [0, 0, 0];
  for (const [down, texts] of block.entries()) {
    const row = rows[from.row + down];
    for (const [right, text] of texts.entries()) {
      const cell = row?.cells[from.column + right];
      if (text.trim() === '') blank += 1;
      else if (!row || !cell) beyond += 1;
      else if (row.sheetId !== sheetId && !across) elsewhere += 1;
      else if (cell.lock) locked.set(cell.lock, (locked.get(cell.lock) ?? 0) + 1);
      else fillings.push({ cell, text: inOneLine(text) });
    }
  }
  const entries = entriesOf(fillings);
  const invalid = count(entries.filter(({ problem }) => problem !== null));
  const totals = entries.filter(({ seen: { row, month } }) => reachesBack(row.indicators[0], month)).length;
  return { entries, totals, filled: count(entries) - invalid, invalid, locked, blank, beyond, elsewhere };
}

/** A cell has one line: what is judged is what will stand in it. */
const inOneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ');

const count = (entries: readonly PlannedEntry[]): number => entries.reduce((sum, { texts }) => sum + texts.length, 0);

/** Cells of one entry are judged together: a numerator without its denominator is no entry. */
function entriesOf(fillings: readonly Filling[]): PlannedEntry[] {
  const byEntry = new Map<string, Filling[]>();
  for (const filling of fillings) {
    const { key } = filling.cell.seen.subject;
    const others = byEntry.get(key);
    if (others) others.push(filling);
    else byEntry.set(key, [filling]);
  }
  return [...byEntry.values()].flatMap((cells) => {
    const [first] = cells;
    if (!first) return [];
    const { seen, typed } = first.cell;
    const changes = Object.assign({}, ...cells.map(({ cell, text }) => cell.changesFor(text))) as Partial<Typed>;
    const [problem = null] = seen.subject.check({ ...typed, ...changes }).problems;
    return [{ seen, changes, texts: cells.map(({ text }) => text), problem }];
  });
}
