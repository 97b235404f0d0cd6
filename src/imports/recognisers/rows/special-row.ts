import type { Cell } from '../../table-model.js';
import type { Columns } from '../columns/columns.js';
import { parseTargetValue } from '../../../domain/printed/target-value.js';
import { printedTarget } from '../columns/printed-target.js';
import { decimalCell } from '../lines/decimal-cell.js';
import { isNote } from './aside-row.js';
import { pointsCell } from './points-cell.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';

/** A row of the indicator table that is no indicator. */
export interface SpecialRow {
  readonly kind: 'total' | 'subtotal' | 'execution' | 'placeholder';
  readonly weight: string | null;
  readonly actual: string | null;
  readonly score: string | null;
  /** Cells of its points that hold something else. */
  readonly unread: readonly Cell[];
  /** What is left to say of its levels. */
  readonly cells: readonly Cell[];
}

const TOTAL = /^(?:合计|总计|总分|总得分|得分合计|权重合计)$/;
const SUBTOTAL = /^(?:.{0,10}指标)?小计$/;
const EXECUTION = /^(?:部门|项目)?预算(?:资金)?执行(?:率|情况)?$/;
const LONGEST_LEVEL = 24;
/** A template's row that nobody filled in: 指标2：, or dots. */
const UNFILLED = /^(?:指标\s*\d{0,2}\s*[:：]?|[…⋯.。·\-—/\s]*)$/;

/** 合计, 小计, 预算执行率, or a row that was left blank; null for everything else. */
export function specialRow(line: Line, columns: Columns): SpecialRow | null {
  const cell = (column: keyof Columns) => line.cells[columns[column] ?? -1]?.text ?? '';
  const kind = kindOf(line, columns, cell);
  if (kind === null) return null;
  return {
    kind,
    weight: pointsCell(cell('weight')),
    actual: decimalCell(cell('actual')),
    score: pointsCell(cell('score')) ?? (kind === 'total' ? onlyNumber(line, columns) : null),
    unread: kind === 'total' ? unreadPoints(line, columns) : [],
    cells: levelCells(kind, line),
  };
}

/** 总分 with its points in a cell as wide as the table: the only number of the row, where nothing stands below 得分. */
function onlyNumber({ cells }: Line, columns: Columns): string | null {
  if (columns.score === undefined || (cells[columns.score]?.text ?? '') !== '') return null;
  const numbers = cells.flatMap(({ text }, column) => (column === columns.weight ? [] : (pointsCell(text) ?? [])));
  return numbers.length === 1 ? (numbers[0] ?? null) : null;
}

function unreadPoints({ cells }: Line, columns: Columns): Cell[] {
  const isScoreBlank = columns.score !== undefined && (cells[columns.score]?.text ?? '') === '';
  const numbers = cells.filter(({ text }, column) => column !== columns.weight && pointsCell(text) !== null);
  // Several numbers, none of them below 得分.
  if (isScoreBlank && numbers.length > 1) return numbers;
  return (['weight', 'score'] as const).flatMap((role) => {
    const cell = cells[columns[role] ?? -1];
    return cell && /[\p{L}\p{N}]/u.test(cell.text) && pointsCell(cell.text) === null ? [cell] : [];
  });
}

function kindOf(line: Line, columns: Columns, cell: (column: keyof Columns) => string): SpecialRow['kind'] | null {
  const labels = filledCells(line)
    .slice(0, 3)
    .map(({ text }) => labelOf(text));
  if (TOTAL.test(labels[0] ?? '')) return 'total';
  if (labels.some((label) => SUBTOTAL.test(label))) return 'subtotal';
  const name = labelOf(cell('name'));
  if (EXECUTION.test(name === '' ? (labels.find((label) => EXECUTION.test(label)) ?? '') : name)) {
    return isSetAsTarget(line, columns, name) ? null : 'execution';
  }
  const isWhole = line.cells.length > Math.max(columns.name, columns.target, columns.weight ?? 0);
  const isUnfilled =
    isWhole && UNFILLED.test(cell('name')) && UNFILLED.test(cell('target')) && UNFILLED.test(cell('weight'));
  return isUnfilled && UNFILLED.test(cell('actual')) && saysLevelsOnly(line) ? 'placeholder' : null;
}

/** 评价等级：优 and a remark as wide as the table stand below the levels, too, and are none. */
const saysLevelsOnly = (line: Line): boolean =>
  !isNote(filledCells(line)) &&
  filledCells(line).every(
    ({ text }) => text.length <= LONGEST_LEVEL && !/[:：。，；≥≤]/.test(text.replace(/^指标\d{0,2}[:：]$/, '')),
  );

/** In a table that plans a year and reports none, 预算执行率 with sign and value is a target like the others. */
function isSetAsTarget({ cells }: Line, columns: Columns, name: string): boolean {
  const plansOnly = columns.actual === undefined && columns.score === undefined;
  const value = parseTargetValue(printedTarget(cells, columns));
  const isSigned = value !== null && !value.qualitative && value.comparator !== '=';
  return name !== '' && plansOnly && isSigned;
}

/** Below 预算执行率 the levels go on; 合计 and 小计 say nothing of them. */
function levelCells(kind: SpecialRow['kind'], { cells }: Line): readonly Cell[] {
  if (kind === 'placeholder') return cells;
  return kind === 'execution'
    ? cells.map((cell) => (EXECUTION.test(labelOf(cell.text)) ? { ...cell, text: '' } : cell))
    : [];
}
