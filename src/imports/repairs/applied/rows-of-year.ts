import { parseTargetValue } from '../../../domain/printed/target-value.js';
import { editedRow } from './edited-row.js';
import type { RepairableRow } from './repairable-draft.js';

/** Days that print no year of their own, such as 6月底前, lie in the year that a person says: they are read again. */
export function rowsOfYear(rows: readonly RepairableRow[], fiscalYear: number): RepairableRow[] {
  return rows.map((row) => {
    const isOpen = row.comparator === null || row.comparator === 'by';
    if (!isOpen || row.decided.includes('target') || parseTargetValue(row.raw, fiscalYear) === null) return row;
    // It is read, and nobody has decided it.
    return { ...editedRow(row, { raw: row.raw }, fiscalYear), decided: row.decided };
  });
}
