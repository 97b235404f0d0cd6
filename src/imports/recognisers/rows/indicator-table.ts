import { plain, exact, sum } from '../../../domain/exact.js';
import type { IndicatorDraft } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import { type Columns, isHeader } from '../columns/columns.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { indicatorRow } from './indicator-row.js';
import { type GroupWeight, groupWeights, type Levels, levelsOf, NO_LEVELS } from './levels.js';
import { isPageNumber } from '../lines/page-number.js';
import { type SpecialRow, specialRow } from './special-row.js';
import { withSplitRowsJoined } from './split-rows.js';

export interface PrintedSum {
  readonly name: string;
  readonly printed: string;
  readonly counted: string;
  /** How many rows there were. */
  readonly rows: number;
  readonly source: string;
}

export interface IndicatorTable {
  readonly indicators: IndicatorDraft[];
  readonly unread: Cell[];
  /** The rows that belong to the table. */
  readonly read: Line[];
  readonly breaks: string[];
  /** Rows that were put together from two pages, by their names. */
  readonly joined: readonly Cell[];
  /** Sums of weights that the table prints, beside what its rows give. */
  readonly sums: PrintedSum[];
  /** Rows that are no indicators: 总分, and 预算执行率 where it stands among the indicators. */
  total: string | null;
  execution: { readonly weight: string | null; readonly rate: string | null; readonly score: string | null } | null;
}

/** Reads the rows below the header. The table ends at a paragraph, unless the rows behind it plainly run on. */
export function indicatorTable(columns: Columns, body: readonly Line[]): IndicatorTable {
  const { lines, joined } = withSplitRowsJoined(body, columns);
  const table: IndicatorTable = {
    indicators: [],
    unread: [],
    read: [],
    breaks: [],
    joined,
    sums: [],
    total: null,
    execution: null,
  };
  const groups: (GroupWeight & Levels)[] = [];
  let [levels, interrupted] = [NO_LEVELS, false];
  for (const line of lines) {
    const cells = filledCells(line);
    if (!line.isRow) interrupted ||= !isPageNumber(line);
    if (!line.isRow || cells.length === 0 || isHeader(line)) continue;
    const special = specialRow(line, columns);
    const below = special && special.kind !== 'placeholder' ? levels : levelsOf(line.cells, columns, levels);
    const indicator = special ? null : indicatorRow(line.cells, columns, below);
    if (interrupted && !special && !runsOn(indicator, columns)) break;
    if (line.startsTable) table.breaks.push(line.source);
    // Below its sum a form prints remarks and signatures.
    [levels, interrupted] = [below, special?.kind === 'total'];
    table.read.push(line);
    groups.push(...groupWeights(line.cells, columns).map((group) => ({ ...group, ...below })));
    if (special) addSpecialRow(table, special, line.source);
    else if (indicator) table.indicators.push(indicator);
    else table.unread.push({ text: cells.map(({ text }) => text).join(' | '), source: line.source });
  }
  table.sums.push(...groups.map((group) => groupSum(table.indicators, group)));
  return table;
}

export function weightTotal(indicators: readonly Pick<IndicatorDraft, 'weight'>[]): string {
  return plain(sum(indicators.map(({ weight }) => exact(weight ?? '0'))));
}

/** Behind a paragraph another table may stand: only a row with a readable target and its weight is still ours. */
function runsOn(indicator: IndicatorDraft | null, columns: Columns): boolean {
  return indicator?.target != null && (columns.weight === undefined || indicator.weight !== null);
}

function addSpecialRow(table: IndicatorTable, row: SpecialRow, source: string): void {
  if (row.kind === 'execution') table.execution = { weight: row.weight, rate: row.actual, score: row.score };
  if (row.kind === 'total') table.total = row.score;
  if (row.kind === 'placeholder' || row.kind === 'execution' || row.weight === null) return;
  const before = table.sums.findLastIndex(({ name }) => name === '小计');
  const counted = row.kind === 'total' ? table.indicators : table.indicators.slice(table.sums[before]?.rows ?? 0);
  const name = row.kind === 'total' ? '合计' : '小计';
  table.sums.push({ name, printed: row.weight, counted: weightTotal(counted), rows: table.indicators.length, source });
}

function groupSum(
  indicators: readonly IndicatorDraft[],
  { level, name, weight, source, ...levels }: GroupWeight & Levels,
): PrintedSum {
  const parts = indicators.filter((indicator) => indicator[level] === name && indicator.level1 === levels.level1);
  return { name, printed: weight, counted: weightTotal(parts), rows: parts.length, source };
}
