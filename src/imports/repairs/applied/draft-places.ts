import { weightTotal } from '../../recognisers/rows/printed-sums.js';
import { rowUnknown, sheetUnknown } from '../repair-error.js';
import type { RepairableDraft, RepairableRow, RepairableSheet } from './repairable-draft.js';

/** @throws DomainError `sheet-unknown` */
export function sheetIn({ sheets }: RepairableDraft, id: string, pointer = '/sheet'): RepairableSheet {
  const sheet = sheets.find((other) => other.id === id);
  if (!sheet) throw sheetUnknown(pointer, id);
  return sheet;
}

/** The sheets with these ids, in the order of the draft. @throws DomainError `sheet-unknown` */
export function sheetsIn(draft: RepairableDraft, ids: readonly string[]): RepairableSheet[] {
  for (const [place, id] of ids.entries()) sheetIn(draft, id, `/sheets/${place}`);
  return draft.sheets.filter(({ id }) => ids.includes(id));
}

/** The sheet in which a row stands. @throws DomainError `row-unknown` */
export function sheetOfRow({ sheets }: RepairableDraft, id: string, pointer: string): RepairableSheet {
  const sheet = sheets.find(({ indicators }) => indicators.some((row) => row.id === id));
  if (!sheet) throw rowUnknown(pointer, id);
  return sheet;
}

/** The rows with these ids, in the order of the draft. @throws DomainError `row-unknown` */
export function rowsIn(draft: RepairableDraft, ids: readonly string[]): RepairableRow[] {
  for (const [place, id] of ids.entries()) sheetOfRow(draft, id, `/rows/${place}`);
  const wanted = new Set(ids);
  return draft.sheets.flatMap(({ indicators }) => indicators.filter(({ id }) => wanted.has(id)));
}

/** Each sheet replaced by what `change` makes of it; what follows from the rows is worked out anew. */
export function withSheets(
  draft: RepairableDraft,
  change: (sheet: RepairableSheet) => RepairableSheet | readonly RepairableSheet[],
): RepairableDraft {
  return { ...draft, sheets: draft.sheets.flatMap(change).map(settled) };
}

export function withRows(
  draft: RepairableDraft,
  change: (row: RepairableRow, sheet: RepairableSheet) => RepairableRow | readonly RepairableRow[],
): RepairableDraft {
  return withSheets(draft, (sheet) => ({
    ...sheet,
    indicators: sheet.indicators.flatMap((row) => change(row, sheet)),
  }));
}

/** `rows` before the row of that id; null: at the end. @throws DomainError `row-unknown` */
export function inserted(
  sheet: RepairableSheet,
  rows: readonly RepairableRow[],
  before: string | null,
): RepairableSheet {
  const place = before === null ? sheet.indicators.length : sheet.indicators.findIndex(({ id }) => id === before);
  if (place < 0) throw rowUnknown('/before', before ?? '');
  return { ...sheet, indicators: sheet.indicators.toSpliced(place, 0, ...rows) };
}

function settled(sheet: RepairableSheet): RepairableSheet {
  const known = new Set(sheet.indicators.map(({ id }) => id));
  const goalRows = sheet.goals.map((_, goal) => (sheet.goalRows[goal] ?? []).filter((row) => known.has(row)));
  return { ...sheet, goalRows, weightTotal: weightTotal(sheet.indicators) };
}
