import type { Cell } from '../../table-model.js';
import type { Columns } from '../columns/columns.js';
import { withoutTags } from '../lines/printed-text.js';

/** What rows can share. Points that are merged over two rows are not twice as many, and a name makes a row of its own. */
const SHARED = [
  ...(['comparator', 'target', 'adjusted', 'unit', 'rule'] as const),
  ...(['basis', 'evidence', 'section', 'aggregation'] as const),
];

/** The cells of an indicator's row with what merged cells above carry down into them. */
export function withMergedCells(cells: readonly Cell[], columns: Columns): readonly Cell[] {
  if ((cells[columns.name]?.text ?? '') === '') return cells;
  const shared = new Set<number | undefined>(SHARED.map((column) => columns[column]));
  return cells.map((cell, column) =>
    cell.merged && cell.text === '' && shared.has(column)
      ? { ...cell, text: withoutTags(cell.merged.text), source: cell.merged.source }
      : cell,
  );
}
