import { rowUnknown, tooFew } from '../repair-error.js';
import { sheetIn, sheetsIn, withSheets } from './draft-places.js';
import { editedSheet } from './edited-sheet.js';
import { mergedSheet } from './merged-sheet.js';
import type { RepairOf } from '../repair.js';
import type { RepairableDraft, RepairableSheet } from './repairable-draft.js';

export function editSheets(draft: RepairableDraft, { sheets, fields }: RepairOf<'edit-sheets'>): RepairableDraft {
  const wanted = new Set(sheetsIn(draft, sheets).map(({ id }) => id));
  return withSheets(draft, (sheet) => (wanted.has(sheet.id) ? editedSheet(sheet, fields) : sheet));
}

export function addSheet(draft: RepairableDraft, { fields }: RepairOf<'add-sheet'>, as: string): RepairableDraft {
  const [like] = draft.sheets;
  const head = { fiscalYear: like?.fiscalYear ?? null, department: like?.department ?? null };
  const sheet = editedSheet({ ...EMPTY, ...head, id: as }, fields);
  return withSheets({ ...draft, sheets: [...draft.sheets, sheet] }, (other) => other);
}

export function dropSheets(draft: RepairableDraft, { sheets }: RepairOf<'drop-sheets'>): RepairableDraft {
  const unwanted = new Set(sheetsIn(draft, sheets).map(({ id }) => id));
  return withSheets(draft, (sheet) => (unwanted.has(sheet.id) ? [] : sheet));
}

/** Money, goal and published points were printed once: they stay with the first part until somebody says otherwise. */
export function splitSheet(
  draft: RepairableDraft,
  { sheet: id, at, fields }: RepairOf<'split-sheet'>,
  as: string,
): RepairableDraft {
  const whole = sheetIn(draft, id);
  const place = whole.indicators.findIndex((row) => row.id === at);
  if (place < 0) throw rowUnknown('/at', at);
  if (place === 0) throw tooFew('/at', '拆分处之前须有指标。', 'There must be rows before the place of the split.');
  const { kind, fiscalYear, department, departmentId, departmentAsPrinted, responsible } = whole;
  const head = { kind, fiscalYear, department, departmentId, departmentAsPrinted, responsible };
  const rest = { ...head, indicators: whole.indicators.slice(place) };
  const second = editedSheet({ ...EMPTY, ...rest, id: as }, fields);
  const first = { ...whole, indicators: whole.indicators.slice(0, place) };
  return withSheets(draft, (sheet) => (sheet.id === id ? [first, second] : sheet));
}

export function mergeSheets(draft: RepairableDraft, { sheets, fields }: RepairOf<'merge-sheets'>): RepairableDraft {
  const [first, ...others] = sheetsIn(draft, sheets);
  if (!first || others.length === 0) throw tooFew('/sheets', '合并至少要有两张表。', 'Two or more sheets are merged.');
  const merged = mergedSheet([first, ...others], fields);
  const gone = new Set(others.map(({ id }) => id));
  const kept = (sheet: RepairableSheet) => (sheet.id === first.id ? merged : sheet);
  return withSheets(draft, (sheet) => (gone.has(sheet.id) ? [] : kept(sheet)));
}

/** The name stays as printed; what it means is said beside it. */
export function mapDepartment(draft: RepairableDraft, repair: RepairOf<'map-department'>): RepairableDraft {
  const wanted = new Set(sheetsIn(draft, repair.sheets).map(({ id }) => id));
  const { departmentId, remember } = repair;
  const printed = draft.sheets.flatMap(({ id, department }) => (wanted.has(id) ? (department ?? []) : []));
  const said = remember ? Object.fromEntries(printed.map((name) => [name, departmentId])) : {};
  const remembered = { ...draft.remembered, ...said };
  const mapped = { departmentId, departmentAsPrinted: false };
  return withSheets({ ...draft, remembered }, (sheet) => (wanted.has(sheet.id) ? { ...sheet, ...mapped } : sheet));
}

const EMPTY: RepairableSheet = {
  ...{ id: '', readFrom: [], kind: 'project', fiscalYear: null, project: null },
  ...{ department: null, departmentId: null, departmentAsPrinted: false },
  responsible: { name: null, phone: null },
  ...{ sectionRaw: null, email: null },
  ...{ goal: null, goals: [], goalRows: [] },
  funding: { total: null, fiscal: null, other: null, carriedOver: null, spent: null, sources: [] },
  ...{ executionWeight: null, weightTotal: '0', indicators: [], sections: [], contact: null, waiver: null },
  published: { total: null, executionRate: null, executionScore: null },
  places: {},
};
