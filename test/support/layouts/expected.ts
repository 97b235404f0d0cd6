import type { ExpectedField } from '../documents/corpus.js';
import { YEAR } from './layout.js';
import { PER_MONTH, PRINTS } from './printed-row.js';
import { isQualitative, type TrueSheet } from './true-sheet.js';

/** A sheet with what a layout printed of it. */
export interface PlacedSheet {
  readonly sheet: TrueSheet;
  /** Where it is that of the document. */
  readonly department: string | null;
  /** Names of the `{…}`. */
  readonly printed: Set<string>;
  /** Names of the `[…]`. */
  readonly columns: Set<string>;
  /** Places of the indicators that were printed. */
  readonly rows: number[];
}

const COMPARATORS: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '=': '=', 定性: 'qualitative' };
/** Field of a draft → what prints it. */
const HEAD: Readonly<Record<string, string>> = {
  'responsible/name': 'responsible',
  'responsible/phone': 'phone',
  goal: 'goal',
  'funding/total': 'total',
  'funding/fiscal': 'fiscal',
  'funding/other': 'other',
  'funding/carriedOver': 'carriedOver',
  'funding/spent': 'spent',
  executionWeight: 'points',
  'published/total': 'published',
  'published/executionRate': 'rate',
  'published/executionScore': 'executionScore',
};

/** The fields that must be read: what is printed as it is, null for what is not. */
export function expectedOf({ sheet, department, printed, columns, rows }: PlacedSheet, place: number): ExpectedField[] {
  const has = (name: string) =>
    printed.has(name) || columns.has(name) || (name === 'total' && printed.has('totalYuan'));
  const head = Object.entries(HEAD).map(([path, name]) => ({
    path,
    value: has(name) ? (sheet.fields[name] ?? null) : null,
  }));
  const fields = [
    { path: 'kind', value: sheet.kind },
    { path: 'fiscalYear', value: has('year') ? String(YEAR) : null },
    { path: 'department', value: department ?? (has('department') ? (sheet.fields.department ?? null) : null) },
    { path: 'project', value: has('project') ? (sheet.fields.project ?? null) : null },
    ...head,
    { path: 'indicators/length', value: String(rows.length) },
    ...rows.flatMap((row, index) =>
      rowFields(sheet, row, columns).map(({ path, value }) => ({ path: `indicators/${index}/${path}`, value })),
    ),
  ];
  return fields.map(({ path, value }) => ({ path: `${place}/${path}`, value }));
}

function rowFields(sheet: TrueSheet, place: number, columns: ReadonlySet<string>): ExpectedField[] {
  const row = sheet.rows[place];
  if (!row) return [];
  const has = (...names: string[]) => names.some((name) => columns.has(name));
  const as = (name: string) => PRINTS[name]?.(row, sheet, place, true) ?? null;
  const isText = isQualitative(row);
  const fields: Readonly<Record<string, string | null>> = {
    level1: has('level1') ? row.level1 : '',
    level2: has('level2') ? row.level2 : '',
    name: row.name,
    comparator: COMPARATORS[row.sign] ?? null,
    target: row.value,
    targetUpper: null,
    unit: isText ? null : row.unit.replace(PER_MONTH, ''),
    per: row.unit.endsWith(PER_MONTH) ? 'month' : null,
    weight: has('weight') ? row.weight : null,
    rule: has('rule') ? (isText ? 'graded' : 'proportional') : null,
    basis: has('basis') ? as('basis') : null,
    evidence: has('evidence') ? as('evidence') : null,
    previous: has('previous') ? as('previous') : null,
    actualRaw: has('actual') ? as('actual') : null,
    actual: has('actual') && !isText ? row.actual : null,
    publishedScore: has('score') ? row.score : null,
    longTerm: has('long', 'longValue') ? as('long') : null,
  };
  return Object.entries(fields).map(([path, value]) => ({ path, value }));
}
