import type { RepairableDraft, RepairableRow, RepairableSheet } from './applied/repairable-draft.js';

/** One difference that a repair made; ids of sheet and row, and the row's name for the reader. */
export interface Change {
  readonly sheet: string | null;
  readonly row: string | null;
  readonly name: string | null;
  /** A field; `row` or `sheet` for all of one that came or went; `sheetId` of a row that moved; `order`; `doubt` for an answer, `proposal` for one that was declined. */
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What follows from other fields, or is only about where things came from. */
const DERIVED = new Set(['id', 'indicators', 'weightTotal', 'decided', 'places', 'readFrom']);

/** Everything that differs: nothing goes without a line that says what it was. */
export function changesBetween(before: RepairableDraft, after: RepairableDraft): Change[] {
  return [...sheetChanges(before, after), ...rowChanges(before, after), ...answerChanges(before, after)];
}

function sheetChanges(before: RepairableDraft, after: RepairableDraft): Change[] {
  const [old, now] = [byId(before.sheets), byId(after.sheets)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [from, to] = [old.get(id), now.get(id)];
    const about = { sheet: id, row: null, name: (to ?? from)?.project ?? (to ?? from)?.department ?? null };
    if (!from || !to) return [{ ...about, field: 'sheet', from: headOf(from), to: headOf(to) }];
    return fieldChanges(from, to).map((change) => ({ ...about, ...change }));
  });
}

function rowChanges(before: RepairableDraft, after: RepairableDraft): Change[] {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((id): Change[] => {
    const [from, to] = [old.get(id), now.get(id)];
    const about = { sheet: (to ?? from)?.sheet ?? null, row: id, name: (to ?? from)?.row.name ?? null };
    if (!from || !to) return [{ ...about, field: 'row', from: from?.row ?? null, to: to?.row ?? null }];
    const moved = from.sheet === to.sheet ? [] : [{ ...about, field: 'sheetId', from: from.sheet, to: to.sheet }];
    return [...moved, ...fieldChanges(from.row, to.row).map((change) => ({ ...about, ...change }))];
  });
  return [...changes, ...orderChanges(before, after)];
}

/** Rows that stand in another order, where none came or went. */
function orderChanges(before: RepairableDraft, after: RepairableDraft): Change[] {
  const old = byId(before.sheets);
  return after.sheets.flatMap(({ id, indicators }) => {
    const from = old.get(id)?.indicators.map((row) => row.id) ?? [];
    const to = indicators.map((row) => row.id);
    return inBoth(from, to) === inBoth(to, from)
      ? []
      : [{ sheet: id, row: null, name: null, field: 'order', from, to }];
  });
}

function inBoth(ids: readonly string[], others: readonly string[]): string {
  const known = new Set(others);
  return ids.filter((id) => known.has(id)).join();
}

function answerChanges(before: RepairableDraft, after: RepairableDraft): Change[] {
  return [
    ...keyedChanges('doubt', before.answered, after.answered, ({ question }) => question.zh),
    ...keyedChanges('proposal', before.declined, after.declined, ({ message }) => message?.zh ?? null),
  ];
}

function keyedChanges<T>(
  field: string,
  before: Readonly<Record<string, T>> = {},
  after: Readonly<Record<string, T>> = {},
  nameOf: (one: T) => string | null,
): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [from, to] = [before[key] ?? null, after[key] ?? null];
    const said = to ?? from;
    if (said === null || from === to) return [];
    return [{ sheet: null, row: null, name: nameOf(said), field, from, to }];
  });
}

function fieldChanges<T extends object>(from: T, to: T): Pick<Change, 'field' | 'from' | 'to'>[] {
  if (from === to) return [];
  return Object.keys({ ...from, ...to })
    .filter((field) => !DERIVED.has(field))
    .map((field) => ({ field, from: from[field as keyof T], to: to[field as keyof T] }))
    .filter((change) => JSON.stringify(change.from) !== JSON.stringify(change.to));
}

const byId = (sheets: readonly RepairableSheet[]): Map<string, RepairableSheet> =>
  new Map(sheets.map((sheet) => [sheet.id, sheet]));

function rowsOf({ sheets }: RepairableDraft): Map<string, { sheet: string; row: RepairableRow }> {
  return new Map(sheets.flatMap(({ id, indicators }) => indicators.map((row) => [row.id, { sheet: id, row }])));
}

/** The rows of a sheet have lines of their own. */
function headOf(sheet: RepairableSheet | undefined): object | null {
  if (!sheet) return null;
  const { indicators: _, ...head } = sheet;
  return head;
}
