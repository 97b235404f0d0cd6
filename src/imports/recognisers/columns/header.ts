import type { Cell } from '../../table-model.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import type { ColumnRole } from '../vocabulary/column-words.js';
import { type Head, headMeaning, headsOf, periodIn } from './heads.js';

/** The header of an indicator table; it can take several rows: 指标值 above 性质, 值 and 单位. */
export interface Header {
  readonly heads: readonly Head[];
  readonly height: number;
  readonly source: string;
}

const TALLEST = 3;
const LONGEST_LABEL = 30;
const LONGEST_PERIOD = 8;
const LEVELS: readonly ColumnRole[] = ['level1', 'level2', 'name'];
/** What is said of an indicator; a table with names and one of these is an indicator table, whatever its other heads say. */
const VALUES: readonly ColumnRole[] = [
  'target',
  'comparator',
  'adjusted',
  'longTerm',
  'unit',
  'weight',
  'actual',
  'score',
];

/** What a table of several projects says of the owner of its rows. */
const OWNERS: readonly ColumnRole[] = ['department', 'project', 'amount', 'goal'];

/** The header that begins at this line; null where none does. */
export function headerAt(lines: readonly Line[], index: number): Header | null {
  const line = lines[index];
  if (!line?.isRow) return null;
  const rows = [line, ...lowerRows(lines, index)];
  const heads = headsOf(rows.map(({ cells }) => cells));
  if (!isEnough(heads)) return null;
  const below = rows.slice(1);
  const isWholeBelow = below.length > 0 && isEnough(headsOf(below.map(({ cells }) => cells)));
  if (isWholeBelow && !addsTo(line, below, heads)) return null;
  return { heads, height: rows.length, source: line.source };
}

/** Whether the line reads as (part of) a header, as when it is repeated on the next page. */
export function isHeader(line: Line): boolean {
  return line.isRow && (isWhole(headsOf([line.cells])) || isHeaderOnly(line));
}

export const isColumnLabel = ({ text }: Cell): boolean => headMeaning(labelOf(text)).meaning !== null;

/** Names of indicators and something that is said of them, or all the levels. */
function isWhole(heads: readonly Head[]): boolean {
  const roles = new Set(heads.flatMap(({ meaning }) => meaning?.role ?? []));
  const levels = LEVELS.filter((role) => roles.has(role)).length;
  const values = VALUES.filter((role) => roles.has(role)).length;
  if (roles.has('level1') || roles.has('level2')) return levels === LEVELS.length || (levels > 0 && values > 0);
  // 指标 and 考核内容 also stand in tables that say how points are given.
  return roles.has('name') && (roles.has('target') || roles.has('comparator') || (roles.has('actual') && values > 1));
}

const isEnough = (heads: readonly Head[]): boolean => isWhole(heads) || isWithoutNames(heads);

/** The names stand below a head that nobody knows, but what is said of them is plain. */
const isWithoutNames = (heads: readonly Head[]): boolean =>
  has(heads, ['target', 'comparator']) && [...VALUES, 'rule' as const].filter((role) => has(heads, [role])).length > 2;

function lowerRows(lines: readonly Line[], index: number): Line[] {
  const rows: Line[] = [];
  for (let place = index + 1; place < index + TALLEST; place += 1) {
    const [above, line] = [lines[place - 1], lines[place]];
    if (!above || !line?.isRow || line.startsTable || !isLowerHalf(line, above)) break;
    rows.push(line);
  }
  return rows;
}

/** Labels below labels: most of them are known, alone or together with the one above, and none is a number. */
function isLowerHalf(line: Line, above: Line): boolean {
  const filled = filledCells(line);
  if (filled.length === 0 || !filled.every(couldBeHead)) return false;
  // 指标 above its three levels says less than they do; what has targets of its own is another header.
  const own = headsOf([line.cells]);
  const isOther = isWhole(headsOf([above.cells])) && isWhole(own) && has(own, VALUES);
  if (isOther && !reachesDown(above, line)) return false;
  if (filled.length === 1 && isCaptionBelow(line, above)) return false;
  const heads = headsOf([above.cells, line.cells]);
  const known = line.cells.filter(({ text }, column) => {
    const head = heads.find((other) => other.column === column);
    return text !== '' && (head?.meaning != null || isPeriod(text));
  }).length;
  return known * 2 >= filled.length && (known >= 2 || filled.length === 1);
}

/** 权重 beside 年度指标值, below which 符号, 值 and 单位 stand. */
const reachesDown = (above: Line, line: Line): boolean =>
  above.cells.some((cell, column) => isColumnLabel(cell) && (line.cells[column]?.text ?? '') === '');

/** 实施期绩效指标 alone below a whole label is the caption of the rows that follow. */
function isCaptionBelow({ cells }: Line, above: Line): boolean {
  const column = cells.findIndex(({ text }) => text !== '');
  const [cell, over] = [cells[column], above.cells[column]];
  return cell !== undefined && over !== undefined && periodIn(cell.text) !== null && isColumnLabel(over);
}

const has = (heads: readonly Head[], roles: readonly ColumnRole[]): boolean =>
  heads.some(({ meaning }) => meaning !== null && roles.includes(meaning.role));

const couldBeHead = ({ text }: Cell): boolean =>
  text.length <= LONGEST_LABEL && !/^[\d<>=≥≤.%]/.test(text) && !/[，。；]/.test(text);

/** 实施期 and 年度 alone, below 指标值. */
const isPeriod = (text: string): boolean => text.length <= LONGEST_PERIOD && periodIn(text) !== null;

/**
 * What a row above a whole header says besides: 分值 over a merged cell, whose rows they are (项目名称 and 预算数 beside 绩效指标), or
 * which period the columns below speak of.
 */
function addsTo(line: Line, below: readonly Line[], heads: readonly Head[]): boolean {
  const isBlankBelow = (column: number) => below.every(({ cells }) => (cells[column]?.text ?? '') === '');
  const added = heads.filter(
    ({ column, meaning }) => meaning !== null && (line.cells[column]?.text ?? '') !== '' && isBlankBelow(column),
  );
  const periods = new Set(heads.map(({ period }) => period));
  // A goal or an amount above the header stands beside its label.
  const isOfLabels = filledCells(line).every((cell) => isColumnLabel(cell) || isPeriod(cell.text));
  const saysOwners = OWNERS.filter((role) => has(added, [role])).length > 1;
  const saysPeriods = periods.has('long') && periods.has('year');
  return has(added, [...LEVELS, ...VALUES]) || (isOfLabels && (saysOwners || saysPeriods));
}

function isHeaderOnly(line: Line): boolean {
  const filled = filledCells(line);
  return filled.length >= 2 && filled.every(isColumnLabel);
}
