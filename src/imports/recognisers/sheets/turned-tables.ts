import { headerAt, isColumnLabel } from '../columns/header.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';

/** Levels, name, target, weight: fewer labels below each other are no table. */
const LEAST_LABELS = 3;

/**
 * A table can have its indicators side by side and what is said of them in rows (一级指标 | 产出指标 | 效益指标, below it 三级指标 …), or print
 * one card for each. They are turned: the labels become the header, each indicator a row.
 */
export function withTurnedTablesUpright(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let above = '';
  for (let index = 0; index < lines.length;) {
    const block = blockAt(lines, index);
    const line = lines[index];
    if (block.length > 0) {
      const [header, ...rows] = turned(block);
      const labels = header ? header.cells.map(({ text }) => labelOf(text)).join() : '';
      if (header && labels !== above) result.push(header);
      result.push(...rows);
      above = labels;
      index += block.length;
      continue;
    }
    if (line) result.push(line);
    if (line?.isRow) above = '';
    index += 1;
  }
  return result;
}

/** Rows that begin with labels which together are a header, each label once. */
function blockAt(lines: readonly Line[], from: number): Line[] {
  const block: Line[] = [];
  const seen = new Set<string>();
  for (const line of lines.slice(from)) {
    const at = labelColumn(line);
    const values = line.cells.slice(at + 1).filter(({ text }) => text !== '');
    const label = labelOf(line.cells[at]?.text ?? '');
    const isOne = line.isRow && at >= 0 && values.length > 0 && !values.some(isColumnLabel);
    if (!isOne || at !== labelColumn(block[0] ?? line) || seen.has(label)) break;
    seen.add(label);
    block.push(line);
  }
  const [header] = block.length < LEAST_LABELS ? [] : turned(block);
  return header && headerAt([header], 0) ? block : [];
}

/** Of the label that a row begins with, behind one that names the whole table: 绩效指标 | 一级指标 | 产出指标. */
function labelColumn({ cells }: Line): number {
  const first = cells.findIndex(({ text }) => text !== '');
  const [cell, next] = [cells[first], cells[first + 1]];
  if (!cell || !isColumnLabel(cell)) return -1;
  return next && isColumnLabel(next) ? first + 1 : first;
}

function turned(block: readonly Line[]): Line[] {
  const from = block[0] ? labelColumn(block[0]) : 0;
  const width = Math.max(...block.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width - from }, (_, place) => from + place);
  const lines = columns.map((column): Line => {
    const cells = block.map(({ cells, source }) => cells[column] ?? { text: '', source });
    return { isRow: true, startsTable: false, cells, source: cells[0]?.source ?? '' };
  });
  return lines.filter((line) => filledCells(line).length > 0);
}
