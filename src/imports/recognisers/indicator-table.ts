import { plain, exact, sum } from '../../domain/exact.js';
import type { IndicatorDraft } from '../sheet-draft.js';
import type { Cell } from '../table-model.js';
import { type Columns, columnsOf } from './columns.js';
import { decimalCell } from './decimal-cell.js';
import { filledCells, type Line } from './document-lines.js';
import { indicatorRow } from './indicator-row.js';
import { labelOf } from './printed-text.js';

export interface IndicatorTable {
  readonly indicators: IndicatorDraft[];
  readonly unread: Cell[];
  readonly breaks: string[];
  /** Rows that are no indicators: 总分, and 预算执行率 where it stands among the indicators. */
  total: string | null;
  execution: { readonly weight: string | null; readonly rate: string | null; readonly score: string | null } | null;
}

const PAGE_NUMBER = /^[-–—\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[\s,，/]*共?\s*\d{1,4}\s*页?)?[-–—\s]*$/;
const TOTAL = /^(?:合计|总计|总分|总得分|得分合计)$/;
const EXECUTION = /^预算执行(?:率|情况)?$/;

/** Reads the rows below the header. The table ends at a paragraph, unless the rows behind it plainly run on. */
export function indicatorTable(columns: Columns, body: readonly Line[]): IndicatorTable {
  const table: IndicatorTable = { indicators: [], unread: [], breaks: [], total: null, execution: null };
  let interrupted = false;
  for (const line of body) {
    const cells = filledCells(line);
    if (!line.isRow) interrupted ||= !isPageNumber(cells);
    if (!line.isRow || cells.length === 0 || columnsOf(line)) continue;
    const indicator = indicatorRow(line.cells, columns, table.indicators.at(-1) ?? { level1: '', level2: '' });
    if (interrupted && !runsOn(indicator, columns)) break;
    if (line.startsTable) table.breaks.push(line.source);
    interrupted = false;
    if (!specialRow(table, line, cells, columns)) {
      if (indicator) table.indicators.push(indicator);
      else table.unread.push({ text: cells.map(({ text }) => text).join(' | '), source: line.source });
    }
  }
  return table;
}

export function weightTotal(indicators: readonly IndicatorDraft[]): string {
  return plain(sum(indicators.map(({ weight }) => exact(weight ?? '0'))));
}

const isPageNumber = ([first]: readonly Cell[]): boolean =>
  first !== undefined && first.text.length <= 30 && PAGE_NUMBER.test(first.text);

/** Behind a paragraph another table may stand: only a row with a readable target and its weight is still ours. */
function runsOn(indicator: IndicatorDraft | null, columns: Columns): boolean {
  return indicator?.target != null && (columns.weight === undefined || indicator.weight !== null);
}

function specialRow(table: IndicatorTable, line: Line, cells: readonly Cell[], columns: Columns): boolean {
  const number = (column: keyof Columns) => {
    const index = columns[column];
    return index === undefined ? null : decimalCell(line.cells[index]?.text);
  };
  const labels = cells.slice(0, 3).map(({ text }) => labelOf(text));
  if (TOTAL.test(labels[0] ?? '')) {
    table.total = number('score');
    return true;
  }
  if (!labels.some((label) => EXECUTION.test(label))) return false;
  table.execution = { weight: number('weight'), rate: number('actual'), score: number('score') };
  return true;
}
