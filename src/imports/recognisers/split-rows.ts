import type { Cell } from '../table-model.js';
import { type Columns, isHeader } from './columns.js';
import { filledCells, type Line } from './document-lines.js';
import { specialRow } from './special-row.js';

export interface JoinedRows {
  readonly lines: readonly Line[];
  /** Where a row was put together from two pages. */
  readonly joined: readonly Cell[];
}

/** A level such as 时效指标 that stands whole in its cell begins a row, it does not end one. */
const WHOLE_LEVEL = /^.{2,}指标/;

/** A page can break inside a row: its cells end at the top of the next page, where neither name nor target is whole. */
export function withSplitRowsJoined(body: readonly Line[], columns: Columns): JoinedRows {
  const lines: Line[] = [];
  const joined: Cell[] = [];
  let [last, isTop] = [-1, false];
  for (const line of body) {
    isTop ||= line.startsTable;
    const above = lines[last];
    if (isTop && above && isRest(line, above, columns)) {
      lines[last] = { ...above, cells: above.cells.map((cell, column) => joinedCell(cell, line.cells[column])) };
      joined.push({ text: lines[last]?.cells[columns.name]?.text ?? '', source: line.source });
      continue;
    }
    lines.push(line);
    if (line.isRow && !isHeader(line)) [last, isTop] = [lines.length - 1, false];
  }
  return { lines, joined };
}

function isRest(line: Line, above: Line, columns: Columns): boolean {
  const isBlank = ({ cells }: Line, column: number | undefined) => column === undefined || cells[column]?.text === '';
  const levels = [columns.level1, columns.level2].map((column) =>
    column === undefined ? '' : line.cells[column]?.text,
  );
  return (
    line.isRow &&
    specialRow(above, columns)?.kind !== 'total' &&
    line.cells.length === above.cells.length &&
    filledCells(line).length > 0 &&
    isBlank(line, columns.weight) &&
    (columns.weight === undefined || !isBlank(above, columns.weight)) &&
    (isBlank(line, columns.name) || isBlank(line, columns.target)) &&
    !levels.some((level) => level !== undefined && WHOLE_LEVEL.test(level))
  );
}

const joinedCell = (above: Cell, below: Cell | undefined): Cell => ({
  ...above,
  text: above.text + (below?.text ?? ''),
});
