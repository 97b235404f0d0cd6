import { type DomainError, errorAt } from '../../domain/domain-error.js';
import type { Change } from './changes-between.js';
import type { RepairableDraft, RepairableSheet } from './applied/repairable-draft.js';

/**
 * What was adopted from a draft is in the running year: a change of the draft would not reach it, and yet look as if it had.
 * @throws DomainError `sheet-adopted` that names the first such sheet
 */
export function checkAdopted(
  changes: readonly Change[],
  { before, adopted }: { readonly before: RepairableDraft; readonly adopted: readonly string[] },
): void {
  if (adopted.length === 0) return;
  const sheetOf = new Map(
    before.sheets.flatMap(({ id, indicators }) => indicators.map((row) => [row.id, id] as const)),
  );
  const touched = changes.flatMap(({ sheet, row }) => [sheet, row === null ? null : (sheetOf.get(row) ?? null)]);
  const sheet = before.sheets.find(({ id }) => adopted.includes(id) && touched.includes(id));
  if (sheet) throw sheetAdopted(before, sheet, '');
}

export function sheetAdopted({ sheets }: RepairableDraft, sheet: RepairableSheet, pointer: string): DomainError {
  const [place, name] = [sheets.indexOf(sheet), sheet.project ?? sheet.department ?? sheet.id];
  return errorAt(pointer, 'conflict', 'sheet-adopted', {
    zh: `第 ${place + 1} 张表“${name}”已经采用，在草稿里修改不会起作用。请修订已采用的目标表，或先撤销采用。`,
    en: `Sheet ${place + 1}, “${name}”, is adopted already: a change of the draft would not reach it. Revise the adopted sheet, or undo the adoption first.`,
  });
}
