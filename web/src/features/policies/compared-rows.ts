import type { TFunction } from 'i18next';
import { type Exact, exact, fixed, HUNDRED, sum, ZERO } from '@domain/exact.js';
import type { ComparedSheet } from '../../api/policies.js';

export const VIEWS = ['sheet', 'department', 'indicator'] as const;
export type View = (typeof VIEWS)[number];

/** What two sets of rules make of one thing; points with two decimals, null where neither can say. */
export interface ComparedRow {
  readonly key: string;
  readonly name: string;
  readonly of: string;
  /** Where it can be looked at. */
  readonly to: string | null;
  readonly own: string | null;
  readonly other: string | null;
  readonly change: Exact;
  /** What it could have at most. */
  readonly max: string;
}

const FULL = fixed(HUNDRED, 0);

const changeOf = (own: string | null, other: string | null): Exact =>
  own === null || other === null ? ZERO : exact(other).sub(exact(own));

const size = (change: Exact): Exact => (change.lt(0) ? ZERO.sub(change) : change);

/** The largest change first; those without one last, in the order of their sheets. */
export function comparedRows(sheets: readonly ComparedSheet[], view: View, asOf: string, t: TFunction): ComparedRow[] {
  const rows = { sheet: sheetRows, department: departmentRows, indicator: indicatorRows }[view](sheets, asOf, t);
  return rows.sort((a, b) => (size(b.change).gt(size(a.change)) ? 1 : size(a.change).gt(size(b.change)) ? -1 : 0));
}

const sheetName = ({ project }: ComparedSheet, t: TFunction): string => project ?? t('shown.wholeDepartment');

const sheetRows = (sheets: readonly ComparedSheet[], asOf: string, t: TFunction): ComparedRow[] =>
  sheets.map((sheet) => ({
    key: sheet.sheetId,
    name: sheetName(sheet, t),
    of: sheet.department.name,
    to: `/sheets/${sheet.sheetId}?month=${asOf}`,
    ...scores(sheet.own.normalised, sheet.other.normalised),
    max: FULL,
  }));

function departmentRows(sheets: readonly ComparedSheet[], _asOf: string, t: TFunction): ComparedRow[] {
  const departments = new Map<string, ComparedSheet[]>();
  for (const sheet of sheets)
    departments.set(sheet.department.id, [...(departments.get(sheet.department.id) ?? []), sheet]);
  return [...departments].map(([key, own]) => ({
    key,
    name: own[0]?.department.name ?? '',
    of: t('policies.meanOf', { count: own.length }),
    to: null,
    ...scores(...meansOf(own)),
    max: FULL,
  }));
}

const indicatorRows = (sheets: readonly ComparedSheet[], asOf: string, t: TFunction): ComparedRow[] =>
  sheets.flatMap((sheet) =>
    sheet.indicators.map(({ indicatorId, name, max, own, other }) => ({
      key: indicatorId,
      name,
      of: `${sheet.department.name} · ${sheetName(sheet, t)}`,
      to: `/indicators/${indicatorId}?month=${asOf}`,
      ...scores(own, other),
      max,
    })),
  );

const scores = (own: string | null, other: string | null) => ({ own, other, change: changeOf(own, other) });

/** Of those that both rules judge: each rule's mean score. */
export function meansOf(sheets: readonly ComparedSheet[]): [string | null, string | null] {
  const judged = sheets.filter(({ own, other }) => own.normalised !== null && other.normalised !== null);
  if (judged.length === 0) return [null, null];
  const mean = (which: 'own' | 'other'): string =>
    fixed(sum(judged.map((sheet) => exact(sheet[which].normalised ?? '0'))).div(judged.length), 2);
  return [mean('own'), mean('other')];
}
