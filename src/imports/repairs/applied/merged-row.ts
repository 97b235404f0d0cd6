import { parseTargetValue } from '../../../domain/printed/target-value.js';
import { editedRow } from './edited-row.js';
import { editedTarget, saysTarget } from './edited-target.js';
import type { RowFields } from '../repair.js';
import { ambiguous } from '../repair-error.js';
import type { RepairableRow } from './repairable-draft.js';

/** Texts that the end of a page may have cut in two: the halves follow each other. */
const TEXTS = ['level1', 'level2', 'name', 'basis', 'previous', 'evidence', 'actualRaw', 'longTerm'] as const;
/** Nothing can be put together of two of these. */
const SINGLE = ['weight', 'rule', 'ruleRaw', 'publishedScore', 'sectionId', 'section', 'measure'] as const;

/**
 * Rows as one, called as the first: what only one of them says, and the halves of cut texts.
 * @throws DomainError `merge-ambiguous` for what they contradict each other about and `fields` does not settle
 */
export function mergedRow(
  rows: readonly [RepairableRow, ...RepairableRow[]],
  fields: RowFields,
  fiscalYear: number | null,
): RepairableRow {
  const [first] = rows;
  const texts = TEXTS.map((field) => [field, joined(distinct(rows, field)) ?? first[field]] as const);
  const singles = SINGLE.map((field) => [field, single(rows, field, fields)] as const);
  const decided = [...new Set(rows.flatMap((row) => row.decided))].sort();
  const merged = { ...first, ...Object.fromEntries(texts), ...Object.fromEntries(singles), decided };
  const target = saysTarget(fields) ? {} : targetOf(rows, merged, fiscalYear);
  // Nobody has decided what was only put together.
  const whole = { ...editedRow({ ...merged, ...target }, { actualRaw: merged.actualRaw }, fiscalYear), decided };
  return editedRow({ ...whole, source: rows.map(({ source }) => source).join('、') }, fields, fiscalYear);
}

function distinct(rows: readonly RepairableRow[], field: keyof RepairableRow): string[] {
  return [...new Set(rows.flatMap((row) => (row[field] as string | null) ?? []))].filter((text) => text !== '');
}

const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(''));

function single(rows: readonly RepairableRow[], field: (typeof SINGLE)[number], fields: RowFields): string | null {
  const values = distinct(rows, field);
  const isSaid = field in fields || (field === 'ruleRaw' && 'rule' in fields);
  if (values.length > 1 && !isSaid) throw ambiguous(field, values);
  return values[0] ?? null;
}

/** The one target, or the halves of one. */
function targetOf(
  rows: readonly RepairableRow[],
  merged: RepairableRow,
  fiscalYear: number | null,
): Partial<RepairableRow> {
  const values = distinct(rows, 'raw');
  const whole = values.join('');
  if (values.length > 1 && parseTargetValue(whole, fiscalYear) === null) throw ambiguous('raw', values);
  if (values.length > 1) return editedTarget(merged, { raw: whole }, fiscalYear);
  const { comparator, target, targetUpper, unit, per, qualitative, raw, aggregation } =
    rows.find((row) => row.raw !== '') ?? merged;
  return { comparator, target, targetUpper, unit, per, qualitative, raw, aggregation };
}
