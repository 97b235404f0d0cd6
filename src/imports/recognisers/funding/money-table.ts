import type { Cell } from '../../table-model.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import { type MoneyColumn, moneyColumn, type MoneyRow, moneyRow } from './money-labels.js';

/** A row of money: what it is about, and its figures by the heads of their columns. */
export interface MoneyLine {
  /** null where the row has no label: then it is the whole. */
  readonly role: MoneyRow | null;
  readonly label: string;
  readonly figures: Readonly<Partial<Record<MoneyColumn, Cell>>>;
  /** Figures under heads that are not known. */
  readonly unknown: readonly { readonly head: Cell; readonly figure: Cell }[];
  readonly source: string;
}

/** The total, a row without any label, or the only row there is; several tasks are no whole. */
export const wholeOf = (lines: readonly MoneyLine[]): MoneyLine | undefined =>
  lines.find(({ role, label }) => role === 'total' || (role === null && label === '')) ??
  (lines.length === 1 ? lines[0] : undefined);

/** Heads that stand above money and above nothing else. */
const TELLING: readonly MoneyColumn[] = ['initial', 'budget', 'spent', 'rate'];

/** Rows below heads such as 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分; none where the sheet prints no such heads. */
export function moneyLines(head: readonly Line[]): MoneyLine[] {
  const at = head.findIndex(isMoneyHeader);
  const header = head[at];
  if (!header) return [];
  const columns = columnsOf(header, head.slice(at + 1, at + 1 + MOST_PARTS));
  const first = columns.findIndex((column) => column !== null && column !== 'remark');
  const lines: MoneyLine[] = [];
  for (const line of head.slice(at + 1)) {
    const read = line.isRow ? moneyLine(line, header, columns, first) : null;
    // A page number or blank line between the rows does not end them.
    if (read) lines.push(read);
    else if (line.isRow && filledCells(line).length > 0 && lines.length > 0) break;
  }
  return lines;
}

/** Rows of money in a head. */
const MOST_PARTS = 6;
const ADJUSTED = /调整|全年/;

/** What the columns hold. 预算资金 above 总额 and 财政拨款 names the labels, and 预算数 beside 调整预算数 was set before it. */
function columnsOf({ cells }: Line, below: readonly Line[]): (MoneyColumn | null)[] {
  const isFilled = (column: number) =>
    below.some((line) => line.isRow && line.cells[column] !== undefined && isFigure(line.cells[column]));
  const columns = cells.map(({ text }, column) => (isFilled(column) ? moneyColumn(text) : null));
  const isAdjusted = (column: number) => columns[column] === 'budget' && ADJUSTED.test(cells[column]?.text ?? '');
  const wasAdjusted = cells.some((_, column) => isAdjusted(column));
  return columns.map((role, column) => (role === 'budget' && wasAdjusted && !isAdjusted(column) ? 'initial' : role));
}

/** 全年执行数 | 150, where heads and figures stand beside each other. 支出总额 names a row, and no column. */
export function pairedFigure(head: readonly Line[], wanted: MoneyColumn): string | undefined {
  for (const line of head) {
    const cells = filledCells(line);
    const at = cells.findIndex(({ text }) => moneyColumn(text) === wanted && moneyRow(text) === null);
    const [figure, next] = at < 0 ? [] : cells.slice(at + 1, at + 3);
    // A label with several figures does not say which one counts.
    if (figure && isFigure(figure) && !(next && isFigure(next))) return figure.text;
  }
  return undefined;
}

const isFigure = ({ text }: Cell): boolean => /^-?[\d.,\s]*\d\s*(?:[%％]|[万亿]?元|分)?$/.test(text);

function isMoneyHeader({ isRow, cells }: Line): boolean {
  const found = cells.flatMap(({ text }) => moneyColumn(text) ?? []);
  const ofMonths = cells.filter(({ text }) => isOfMonths(text)).length;
  return (
    isRow &&
    found.length + ofMonths >= 2 &&
    found.some((column) => TELLING.includes(column)) &&
    cells.every(({ text }) => !/^[\d.,]+[%％]?$/.test(text))
  );
}

/** 1-6月执行数 is a part of the year: known, and not what the year has spent. */
export const isOfMonths = (text: string): boolean => {
  const whole = labelOf(text).replace(/^\d{1,2}月?[-–—~～至到]\d{1,2}月份?/, '');
  return whole !== labelOf(text) && moneyColumn(whole) !== null;
};

function moneyLine(
  line: Line,
  header: Line,
  columns: readonly (MoneyColumn | null)[],
  first: number,
): MoneyLine | null {
  const labelAt = line.cells.slice(0, first).findLastIndex((cell) => cell.text !== '' && !isFigure(cell));
  const label = line.cells[labelAt];
  const role = label ? moneyRow(label.text) : null;
  const cells = line.cells.map((cell, column) => ({ cell, role: columns[column] ?? null, head: header.cells[column] }));
  const figures = cells.flatMap(({ cell, role: column }) =>
    column && isFigure(cell) ? [[column, cell] as const] : [],
  );
  if (figures.length === 0 || (label && role === null && figures.length < 2)) return null;
  const unknown = cells.flatMap(({ cell, role: column, head }, place) =>
    column === null && head && head.text !== '' && place > labelAt && isFigure(cell) ? [{ head, figure: cell }] : [],
  );
  return {
    role,
    label: label?.text ?? '',
    figures: Object.fromEntries(figures.reverse()),
    unknown,
    source: line.source,
  };
}
