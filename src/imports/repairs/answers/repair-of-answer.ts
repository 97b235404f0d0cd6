import type { SuggestedAnswer } from '../../sheet-draft.js';
import type { RepairOf, RowFields, SheetFields } from '../repair.js';
import type { RepairableDraft, RepairableSheet } from '../applied/repairable-draft.js';
import { repairError } from '../repair-error.js';

/** What an answer can come to. */
export type AnsweringKind = 'edit-rows' | 'edit-sheets' | 'add-row' | 'map-department';

type Answer = Pick<SuggestedAnswer, 'part'> & { readonly value: Readonly<Record<string, unknown>> };

/**
 * The repair that a decision by place comes to: an answer that a doubt suggests, or one item of the decisions given with
 * the adoption. @throws DomainError `sheet-unknown`, `indicator-unknown`
 */
export function repairOf(
  draft: RepairableDraft,
  { part, value }: Answer,
  adopted: readonly string[] = [],
): RepairOf<AnsweringKind> {
  const { sheet: place, indicator, ...said } = value;
  const sheet = draft.sheets[Number(place)];
  if (!sheet) throw sheetPlaceUnknown(Number(place), draft.sheets.length);
  if (part === 'waivers') return { kind: 'edit-sheets', sheets: [sheet.id], fields: { waiver: String(said.reason) } };
  if (part === 'commitments') return { kind: 'add-row', sheet: sheet.id, before: null, fields: commitment(said) };
  if (part === 'sheetDecisions') return headDecision(draft, sheet, said, adopted);
  const row = sheet.indicators[Number(indicator)];
  if (!row) throw rowPlaceUnknown(Number(place), sheet.indicators.length);
  return { kind: 'edit-rows', rows: [row.id], fields: rowFields(said, row.raw) };
}

/** A commitment is a row without points. */
const commitment = (said: object): RowFields => ({ ...(said as RowFields), weight: '0' });

/** What is said of a department may hold for all sheets that print its name, but for those that are adopted already. */
function headDecision(
  { sheets }: RepairableDraft,
  { id, department }: RepairableSheet,
  { everywhere, remember, departmentId, ...said }: Record<string, unknown>,
  adopted: readonly string[],
): RepairOf<'edit-sheets' | 'map-department'> {
  const alike = sheets.filter((sheet) => sheet.department === department && !adopted.includes(sheet.id));
  const ids = everywhere === true && alike.length > 0 ? alike.map((sheet) => sheet.id) : [id];
  return typeof departmentId === 'string'
    ? { kind: 'map-department', sheets: ids, departmentId, remember: remember === true }
    : { kind: 'edit-sheets', sheets: ids, fields: headOf(said) };
}

function headOf({ withoutPersonalData, ...fields }: Record<string, unknown>): SheetFields {
  return { ...fields, ...(withoutPersonalData === true && { responsibleName: null, responsiblePhone: null }) };
}

function rowFields({ target, qualitative, ...fields }: Record<string, unknown>, printed: string): RowFields {
  const words = typeof target === 'string' ? target : printed;
  if (qualitative === true) return { ...fields, comparator: 'qualitative', target: words, ...NO_NUMBER };
  return { ...fields, ...(target !== undefined || qualitative === false ? { raw: words } : {}) };
}

const NO_NUMBER = { targetUpper: null, unit: null, per: null };

const sheetPlaceUnknown = (place: number, count: number) =>
  repairError('sheet-unknown', '/sheet', {
    zh: `没有第 ${place} 张表，序号从 0 到 ${count - 1}。`,
    en: `There is no sheet ${place}; they run from 0 to ${count - 1}.`,
  });

const rowPlaceUnknown = (sheet: number, count: number) =>
  repairError('indicator-unknown', '/indicator', {
    zh: `第 ${sheet} 张表的指标序号从 0 到 ${count - 1}。`,
    en: `The indicators of sheet ${sheet} run from 0 to ${count - 1}.`,
  });
