import { parseTargetValue, type TargetValue } from '../../../domain/printed/target-value.js';
import type { Cell } from '../../table-model.js';
import type { Columns } from '../columns/columns.js';
import { isKnownUnit } from '../columns/contents.js';
import { isColumnLabel, isHeader } from '../columns/header.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isFundingLabel } from '../funding/money-labels.js';
import { isLabel } from '../head/labels.js';
import { isPageNumber } from '../lines/page-number.js';
import { specialRow } from './special-row.js';

export interface JoinedRows {
  readonly lines: readonly Line[];
  /** Where a row was put together from two. */
  readonly joined: readonly Cell[];
  /** Rows that may go on in the row below them, by their names. */
  readonly suspected: readonly Cell[];
}

/** A level such as 时效指标 that stands whole in its cell begins a row, it does not end one. */
const WHOLE_LEVEL = /^.{2,}指标/;

/**
 * A page can break inside a row: its cells end at the top of the next page, where neither name nor target is whole. Within a
 * page who types a form can break it as well; there the rest is told only by what its target makes of the one above.
 */
export function withSplitRowsJoined(body: readonly Line[], columns: Columns): JoinedRows {
  const lines: Line[] = [];
  const [joined, suspected]: [Cell[], Cell[]] = [[], []];
  let [last, isTop] = [-1, false];
  for (const line of body) {
    isTop ||= line.startsTable;
    const above = lines[last];
    const isHalf = !isTop && above !== undefined && couldBeRest(line, above, columns);
    if (above && (isTop ? isRest(line, above, columns) : isHalf && endsTarget(line, above, columns))) {
      lines[last] = joinedLine(above, line);
      joined.push({ text: lines[last]?.cells[columns.name]?.text ?? '', source: line.source });
      continue;
    }
    if (isHalf) suspected.push({ text: above.cells[columns.name]?.text ?? '', source: line.source });
    lines.push(line);
    if (line.isRow && !isHeader(line)) [last, isTop] = [lines.length - 1, false];
  }
  return { lines, joined, suspected };
}

/** A page can break inside a row of labels, the header among them: what its rest makes a label, or closes, belongs together. */
export function withSplitLabelsJoined(lines: readonly Line[]): Line[] {
  return withRestsJoined(lines, (rests, above) =>
    rests.some(({ rest, column }) => {
      const cell = above.cells[column] ?? rest;
      const closes = /[（(][^）)]*$/.test(cell.text) && /^[^（(]*[）)]/.test(rest.text);
      return closes || (!isNamed(cell) && isNamed(joinedCell(cell, rest)));
    }),
  );
}

/** Above the indicator table a text that stands alone below another goes on from it. */
export function withSplitValuesJoined(head: readonly Line[]): Line[] {
  return withRestsJoined(head, ([only, ...more], above) => {
    const isAlone = only && more.length === 0 && only.column > 0;
    return isAlone === true && !isNamed(only.rest) && !isNamed(above.cells[only.column] ?? only.rest);
  });
}

type Rests = readonly { readonly rest: Cell; readonly column: number }[];

/** Joins a row at the top of a page to the one above, where each of its cells has one to go on from and `belong` agrees. */
function withRestsJoined(lines: readonly Line[], belong: (rests: Rests, above: Line) => boolean): Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const at = line.startsTable ? result.findLastIndex((other) => !isPageNumber(other)) : -1;
    const above = result[at];
    const rests = line.cells.flatMap((rest, column) => (rest.text === '' ? [] : [{ rest, column }]));
    const goesOn =
      above?.isRow && areAsWide(line, above) && rests.every(({ column }) => (above.cells[column]?.text ?? '') !== '');
    if (goesOn && belong(rests, above)) result[at] = joinedLine(above, line);
    else result.push(line);
  }
  return result;
}

const isNamed = (cell: Cell): boolean => isLabel(cell) || isFundingLabel(cell) || isColumnLabel(cell);

function isRest(line: Line, above: Line, columns: Columns): boolean {
  const isBlank = ({ cells }: Line, column: number | undefined) => column === undefined || cells[column]?.text === '';
  const levels = [columns.level1, columns.level2].map((column) =>
    column === undefined ? '' : line.cells[column]?.text,
  );
  return (
    line.isRow &&
    specialRow(above, columns)?.kind !== 'total' &&
    areAsWide(line, above) &&
    filledCells(line).length > 0 &&
    isBlank(line, columns.weight) &&
    (columns.weight === undefined || !isBlank(above, columns.weight)) &&
    (isBlank(line, columns.name) || !beginsTarget(line, above, columns)) &&
    !levels.some((level) => level !== undefined && WHOLE_LEVEL.test(level))
  );
}

/** A name that begins neither a level nor has points of its own, below a row that has. */
function couldBeRest(line: Line, above: Line, columns: Columns): boolean {
  const isOwn = (column: number | undefined) => column !== undefined && !isFree(line.cells[column]);
  const hasTarget = !isFree(line.cells[columns.target]);
  const { level1, level2, weight, actual, score, unit } = columns;
  return (
    line.isRow &&
    above.isRow &&
    areAsWide(line, above) &&
    specialRow(line, columns) === null &&
    specialRow(above, columns) === null &&
    isOwn(columns.name) &&
    ![level1, level2, weight, actual, score, unit].some(isOwn) &&
    line.cells[columns.target]?.merged === undefined &&
    (above.cells[columns.target]?.text ?? '') !== '' &&
    (weight === undefined
      ? !hasTarget || BEGINS_WITHIN.test(line.cells[columns.target]?.text ?? '') || endsTarget(line, above, columns)
      : (above.cells[weight]?.text ?? '') !== '' && line.cells[weight]?.merged === undefined)
  );
}

/** 率达到95% and ）以上 begin no target. */
const BEGINS_WITHIN = /^[率，、；。）)]/;

const isFree = (cell: Cell | undefined): boolean => (cell?.text ?? '') === '';

/** ≥850 and 公里, ≥1 and 000公里, ≥1公 and 里: the number goes on, or gets the unit that it lacked. */
function endsTarget(line: Line, above: Line, { target }: Columns): boolean {
  const [rest = '', before = ''] = [line, above].map(({ cells }) => cells[target]?.text);
  const [half, whole] = [before, `${before}${rest}`].map((text) => parseTargetValue(text));
  const goesOn = /^\d/.test(rest) ? /^0\d/.test(rest) && /\d$/.test(before) : rest !== '';
  const isKnown = (value: TargetValue | null | undefined) => value?.unit != null && isKnownUnit(value.unit);
  return goesOn && half?.qualitative === false && !isKnown(half) && isKnown(whole);
}

/** Below a number, what has none is its unit: `≤127.98万` and `元`. */
function beginsTarget(line: Line, above: Line, { target }: Columns): boolean {
  const [rest, before] = [line, above].map(({ cells }) => cells[target]?.text ?? '');
  return rest !== '' && !(/\d/.test(before ?? '') && !/\d/.test(rest ?? ''));
}

/** Where two tables of one page touch, the narrower one has blank cells beside it, which its rest on the next page lacks. */
const areAsWide = ({ cells }: Line, other: Line): boolean =>
  [...cells.slice(other.cells.length), ...other.cells.slice(cells.length)].every(({ text }) => text === '');

const joinedLine = (above: Line, below: Line): Line => ({
  ...above,
  cells: above.cells.map((cell, column) => joinedCell(cell, below.cells[column])),
});

const joinedCell = (above: Cell, below: Cell | undefined): Cell => ({
  ...above,
  text: above.text + (below?.text ?? ''),
});
