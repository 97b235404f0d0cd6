import { type Columns, plainColumns } from '../columns/columns.js';
import { headerAt, isColumnLabel } from '../columns/header.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isFundingLabel } from '../funding/money-labels.js';
import { indicatorRow } from './indicator-row.js';
import { isLabel } from '../head/labels.js';
import { NO_LEVELS } from './levels.js';
import { isTitle } from '../sheets/titles.js';

/** So many column labels on lines of their own are a header, not words of a text. */
const LEAST_LABELS = 4;
/** Merged level cells are not there at all in the rows below the one that prints them. */
const MOST_MISSING = 2;

/**
 * Text that was copied from a page may have each cell on a line of its own. Where the labels of a header follow each other
 * so, the lines below are put together to rows as wide as the header, and the labels above it stand beside their values.
 * A stretch that makes no row stays together as one that cannot be read. Such rows are guesses, and are marked so.
 */
export function withStackedCellsInRows(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let index = 0; index < lines.length;) {
    const header = stackedHeader(lines, index);
    if (!header) {
      const line = lines[index];
      if (line) result.push(line);
      index += 1;
      continue;
    }
    result.push(...withValuesBesideLabels(result.splice(headStart(result))), header.row);
    const body = stackedRows(lines, index + header.height, header);
    result.push(...body.rows);
    index = body.end;
  }
  return result;
}

interface StackedHeader {
  readonly row: Line;
  readonly columns: Columns;
  /** In lines. */
  readonly height: number;
}

function stackedHeader(lines: readonly Line[], start: number): StackedHeader | null {
  let end = start;
  while (isColumnLabel(loneCell(lines[end]))) end += 1;
  if (end - start < LEAST_LABELS) return null;
  const row = rowOf(lines.slice(start, end));
  const header = headerAt([row], 0);
  const columns = header && plainColumns(header);
  return columns?.weight === undefined ? null : { row, columns, height: end - start };
}

function stackedRows(lines: readonly Line[], start: number, header: StackedHeader) {
  const rows: Line[] = [];
  const widest = header.row.cells.length;
  let index = start;
  while (index < lines.length) {
    const repeated = stackedHeader(lines, index);
    const row = repeated?.row ?? rowAt(lines, index, header);
    if (row) {
      rows.push(row);
      index += repeated?.height ?? filledCells(row).length;
      continue;
    }
    const ahead = Array.from({ length: widest }, (_, place) => index + 1 + place);
    const next = ahead.find((place) => rowAt(lines, place, header) !== null);
    if (next === undefined || lines.slice(index, next).some(isTitle)) break;
    rows.push(rowOf(lines.slice(index, next)));
    index = next;
  }
  return { rows, end: index };
}

/** The row that begins at this line: its target and its points stand where the header has them. */
function rowAt(lines: readonly Line[], index: number, { row, columns }: StackedHeader): Line | null {
  const leading = columns.level1 === 0 && columns.level2 === 1 ? MOST_MISSING : 0;
  for (let missing = 0; missing <= leading; missing += 1) {
    const taken = lines.slice(index, index + row.cells.length - missing);
    if (taken.length + missing < row.cells.length || taken.some((line) => loneCell(line).text === '')) continue;
    const found = rowOf(taken, missing);
    const indicator = indicatorRow(found.cells, columns, NO_LEVELS);
    if (indicator?.comparator != null && indicator.weight !== null) return found;
  }
  return null;
}

/** From the title of the sheet on; from the beginning where there is none. */
function headStart(before: readonly Line[]): number {
  return before.findLastIndex(isTitle) + 1;
}

function withValuesBesideLabels(head: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (let index = 0; index < head.length; index += 1) {
    const [label, value] = [head[index], head[index + 1]];
    const isPair = isHeadLabel(label) && loneCell(value).text !== '' && !isHeadLabel(value);
    if (isPair && label && value) {
      lines.push(rowOf([label, value]));
      index += 1;
    } else if (label) lines.push(label);
  }
  return lines;
}

const isHeadLabel = (line: Line | undefined): boolean => isLabel(loneCell(line)) || isFundingLabel(loneCell(line));

function loneCell(line: Line | undefined) {
  const [cell, ...more] = line && !line.isRow ? filledCells(line) : [];
  return cell && more.length === 0 ? cell : { text: '', source: '' };
}

function rowOf(lines: readonly Line[], missing = 0): Line {
  const cells = lines.map(loneCell);
  const source = cells[0]?.source ?? '';
  const blanks = Array.from({ length: missing }, () => ({ text: '', source }));
  return { isRow: true, startsTable: false, isGuessed: true, cells: [...blanks, ...cells], source };
}
