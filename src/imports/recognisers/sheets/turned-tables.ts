import { headerAt, isColumnLabel } from '../columns/header.js';
import { moneyRow } from '../funding/money-labels.js';
import { headLabel } from '../head/labels.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';

/** Levels, name, target, weight: fewer labels below each other are no table. */
const LEAST_LABELS = 3;
/** The column of the label that a row begins with; of other lines. */
type LabelsAt = ReadonlyMap<Line, number>;
const NONE = -1;
/** So many things a table says of its indicators at the most. */
const TALLEST = 20;

/**
 * A table can have its indicators side by side and what is said of them in rows (一级指标 | 产出指标 | 效益指标, below it 三级指标 …), or print
 * one card for each. They are turned: the labels become the header, each indicator a row.
 */
export function withTurnedTablesUpright(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  const labelsAt = new Map(lines.map((line) => [line, line.isRow ? labelColumn(line) : NONE]));
  let above = '';
  for (let index = 0; index < lines.length;) {
    const block = blockAt(lines, index, labelsAt);
    const line = lines[index];
    if (block.length > 0) {
      const [header, ...rows] = turned(block, firstOf(block, labelsAt));
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

/** Rows that begin with labels which together are a header, each label once; among them may be some that nobody knows. */
function blockAt(lines: readonly Line[], from: number, labelsAt: LabelsAt): Line[] {
  const rest = lines.slice(from, from + TALLEST);
  const at = firstOf(rest, labelsAt);
  if (at === NONE) return [];
  const seen = new Set<string>();
  const values = ({ cells }: Line) => cells.slice(at + 1).filter(({ text }) => text !== '');
  const isKnown = (line: Line | undefined) => line !== undefined && labelsAt.get(line) === at;
  const most = Math.max(0, ...rest.filter(isKnown).map((line) => values(line).length));
  const end = rest.findIndex((line, place) => {
    const label = labelOf(line.cells[at]?.text ?? '');
    const isOne = line.isRow && label !== '' && values(line).length > 0 && !values(line).some(isColumnLabel);
    const isWide = most > 1 && values(line).length === most;
    const isBetween = most === 1 && place > 0 && isKnown(rest[place + 1]);
    // A goal, project or amount above the table stands beside its label, too.
    const isHead = seen.size === 0 && values(line).length < Math.max(most, 2) && saysOfSheet(label);
    if (!isOne || isHead || seen.has(label) || !(isKnown(line) || isWide || isBetween)) return true;
    seen.add(label);
    return false;
  });
  const block = rest.slice(0, end < 0 ? undefined : end);
  const [header] = block.filter(isKnown).length < LEAST_LABELS ? [] : turned(block, at);
  return header && headerAt([header], 0) ? block : [];
}

const saysOfSheet = (label: string): boolean => headLabel(label) !== null || moneyRow(label) !== null;

const firstOf = (lines: readonly Line[], labelsAt: LabelsAt): number =>
  lines.map((line) => labelsAt.get(line) ?? NONE).find((column) => column !== NONE) ?? NONE;

/** Of the label that a row begins with, behind one that names the whole table: 绩效指标 | 一级指标 | 产出指标. */
function labelColumn({ cells }: Line): number {
  const first = cells.findIndex(({ text }) => text !== '');
  const [cell, next] = [cells[first], cells[first + 1]];
  if (!cell || !isColumnLabel(cell)) return NONE;
  return next && isColumnLabel(next) ? first + 1 : first;
}

function turned(block: readonly Line[], from: number): Line[] {
  const width = Math.max(...block.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width - from }, (_, place) => from + place);
  const lines = columns.map((column): Line => {
    const cells = block.map(({ cells, source }) => cells[column] ?? { text: '', source });
    return { isRow: true, startsTable: false, cells, source: cells[0]?.source ?? '' };
  });
  return lines.filter((line) => filledCells(line).length > 0);
}
