import type { DraftRow, RowFields } from '../../../api/imports.js';

const FIELDS = ['name', 'raw', 'level1', 'level2', 'weight', 'rule', 'aggregation', 'dueMonth', 'section'] as const;

/** The fields of a row that the page can change, as its form holds them. */
export type RowValues = { -readonly [F in (typeof FIELDS)[number]]?: DraftRow[F] | undefined };

/** What the rows have in common; a field that they differ in is left open. */
export function commonValues(rows: readonly DraftRow[]): RowValues {
  const [first] = rows;
  const alike = FIELDS.filter((field) => rows.every((row) => row[field] === first?.[field]));
  return Object.fromEntries(alike.map((field) => [field, first?.[field] ?? undefined]));
}

/** What was changed, as a repair says it: an emptied text is a text, an emptied choice is null. */
export function changedFields(before: RowValues, after: RowValues): RowFields {
  const changed = FIELDS.filter((field) => (after[field] ?? '') !== (before[field] ?? ''));
  return Object.fromEntries(changed.map((field) => [field, saidOf(field, after[field])]));
}

const TEXTS: readonly string[] = ['name', 'raw', 'level1', 'level2'];

const saidOf = (field: string, value: unknown): unknown =>
  TEXTS.includes(field) ? (value ?? '') : value === undefined || value === '' ? null : value;
