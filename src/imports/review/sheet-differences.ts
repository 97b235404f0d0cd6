import { exact, isDecimal } from '../../domain/exact.js';
import type { Indicator } from '../../targets/indicator.entity.js';
import type { TargetSheet } from '../../targets/target-sheet.entity.js';
import type { RecordDifference } from './record-differences.js';
import type { IndicatorDraft, SheetDraft } from '../sheet-draft.js';

export interface FieldDifference {
  /** Name of the indicator; null for the sheet itself. */
  readonly indicator: string | null;
  readonly field: string;
  readonly adopted: string | null;
  readonly imported: string | null;
}

/** `new`: nothing was adopted for this department, year and project yet. */
export interface SheetDifference {
  readonly sheet: number;
  readonly targetSheetId: string | null;
  readonly state: 'new' | 'same' | 'changed';
  readonly changes: readonly FieldDifference[];
  readonly records: readonly RecordDifference[];
}

type Fields = Readonly<Record<string, string | null>>;

export function differencesOf(
  draft: SheetDraft,
  adopted: TargetSheet | null,
): Omit<SheetDifference, 'sheet' | 'records'> {
  if (!adopted) return { targetSheetId: null, state: 'new', changes: [] };
  const rows = (adopted.indicators ?? []).filter(({ weight }) => !exact(weight).equals(exact('0')));
  const pairs = pairsOf(draft.indicators, rows);
  const changes = [
    ...compared(null, fundingOf(adopted), { fundingTotal: draft.funding.total }),
    ...pairs.flatMap(([imported, row]) => {
      if (!row)
        return [{ indicator: imported?.name ?? '', field: 'indicator', adopted: null, imported: imported?.raw ?? '' }];
      if (!imported) return [{ indicator: row.name, field: 'indicator', adopted: row.raw, imported: null }];
      return compared(imported.name, fieldsOf({ ...row, target: row.target ?? row.targetText }), fieldsOf(imported));
    }),
  ];
  return { targetSheetId: adopted.id, state: changes.length === 0 ? 'same' : 'changed', changes };
}

/** By name and levels; what is left by name alone, since a group may have been renamed. */
function pairsOf(
  drafts: readonly IndicatorDraft[],
  rows: readonly Indicator[],
): (readonly [IndicatorDraft | null, Indicator | null])[] {
  const left = new Set(rows);
  const take = (fits: (row: Indicator) => boolean): Indicator | null => {
    const row = [...left].find(fits) ?? null;
    if (row) left.delete(row);
    return row;
  };
  const exactly = drafts.map(({ name, level1, level2 }) =>
    take((row) => row.name === name && row.level1 === level1 && row.level2 === level2),
  );
  const pairs = drafts.map(
    (draft, index) => [draft, exactly[index] ?? take(({ name }) => name === draft.name)] as const,
  );
  return [...pairs, ...[...left].map((row) => [null, row] as const)];
}

const fundingOf = ({ fundingTotal }: TargetSheet): Fields => ({ fundingTotal });

function fieldsOf(
  row: Pick<IndicatorDraft, 'level1' | 'level2' | 'target' | 'targetUpper' | 'unit' | 'per' | 'weight' | 'rule'> & {
    comparator: string | null;
  },
): Fields {
  const { level1, level2, comparator, target, targetUpper, unit, per, weight, rule } = row;
  return { level1, level2, comparator, target, targetUpper, unit, per, weight, rule };
}

/** What the document does not say (a self-evaluation form prints no rule) is no difference. */
function compared(indicator: string | null, adopted: Fields, imported: Fields): FieldDifference[] {
  return Object.entries(imported).flatMap(([field, value]) => {
    const before = adopted[field] ?? null;
    return value === null || isSame(before, value) ? [] : [{ indicator, field, adopted: before, imported: value }];
  });
}

/** 50 and 50.00 are the same amount. */
function isSame(a: string | null, b: string): boolean {
  if (a === b || a === null) return a === b;
  return isDecimal(a) && isDecimal(b) && exact(a).equals(exact(b));
}
