import type { IndicatorDraft } from '../../sheet-draft.js';
import { inserted, rowsIn, sheetIn, sheetOfRow, withRows, withSheets } from './draft-places.js';
import { editedRow } from './edited-row.js';
import { mergedRow } from './merged-row.js';
import type { RepairOf } from '../repair.js';
import { placed, repairError, tooFew } from '../repair-error.js';
import { type RepairableDraft, type RepairableRow, repairableRow } from './repairable-draft.js';

export function editRows(draft: RepairableDraft, { rows, fields }: RepairOf<'edit-rows'>): RepairableDraft {
  const wanted = new Set(rowsIn(draft, rows).map(({ id }) => id));
  return withRows(draft, (row, { fiscalYear }) => (wanted.has(row.id) ? editedRow(row, fields, fiscalYear) : row));
}

export function addRow(draft: RepairableDraft, repair: RepairOf<'add-row'>, as: string): RepairableDraft {
  const { sheet, before, fields } = repair;
  const { id, fiscalYear } = sheetIn(draft, sheet);
  if (!fields.name?.trim()) {
    throw repairError('name-missing', '/fields/name', {
      zh: '请填写指标名称。',
      en: 'Enter the name of the indicator.',
    });
  }
  const row = editedRow(repairableRow({ ...EMPTY, source: as.replace('n', '#') }, as), fields, fiscalYear);
  return withSheets(draft, (other) => (other.id === id ? inserted(other, [row], before) : other));
}

export function dropRows(draft: RepairableDraft, { rows }: RepairOf<'drop-rows'>): RepairableDraft {
  const unwanted = new Set(rowsIn(draft, rows).map(({ id }) => id));
  return withRows(draft, (row) => (unwanted.has(row.id) ? [] : row));
}

/** The first part stays the row; points and the value reached belong to nobody until somebody says whose they are. */
export function splitRow(draft: RepairableDraft, repair: RepairOf<'split-row'>, as: string): RepairableDraft {
  sheetOfRow(draft, repair.row, '/row');
  if (repair.into.length < 2) throw tooFew('/into', '拆分至少要有两部分。', 'A row is split into two or more.');
  return withRows(draft, (row, { fiscalYear }) => {
    if (row.id !== repair.row) return row;
    const shared = { ...row, weight: null, publishedScore: null, actualRaw: null, actual: null };
    return repair.into.map((fields, part) => {
      const id = part === 0 ? row.id : `${as}.${part}`;
      try {
        return editedRow({ ...shared, id }, fields, fiscalYear);
      } catch (error) {
        throw inPart(part, error);
      }
    });
  });
}

export function mergeRows(draft: RepairableDraft, { rows, fields }: RepairOf<'merge-rows'>): RepairableDraft {
  const [first, ...others] = rowsIn(draft, rows);
  if (!first || others.length === 0) throw tooFew('/rows', '合并至少要有两行。', 'Two or more rows are merged.');
  const merged = mergedRow([first, ...others], fields, sheetOfRow(draft, first.id, '/rows/0').fiscalYear);
  const gone = new Set(others.map(({ id }) => id));
  const kept = (row: RepairableRow) => (row.id === first.id ? merged : row);
  return withRows(draft, (row) => (gone.has(row.id) ? [] : kept(row)));
}

export function moveRows(draft: RepairableDraft, repair: RepairOf<'move-rows'>): RepairableDraft {
  const moved = rowsIn(draft, repair.rows);
  const { id } = sheetIn(draft, repair.sheet);
  const without = dropRows(draft, { kind: 'drop-rows', rows: repair.rows });
  return withSheets(without, (sheet) => (sheet.id === id ? inserted(sheet, moved, repair.before) : sheet));
}

/** `/fields/name` of a part is `/into/1/name` of the repair. */
function inPart(part: number, error: unknown): unknown {
  return placed(error, (pointer) => pointer.replace(/^\/fields/, `/into/${part}`));
}

const EMPTY: IndicatorDraft = {
  ...{ level1: '', level2: '', name: '', basis: null, previous: null, weight: null, rule: null, ruleRaw: null },
  ...{ comparator: null, target: null, targetUpper: null, unit: null, per: null, qualitative: false, raw: '' },
  ...{ evidence: null, aggregation: null, aggregationRaw: null, actualRaw: null, actual: null, publishedScore: null },
  ...{ longTerm: null, sectionRaw: null },
  ...{ source: '', places: {} },
};
