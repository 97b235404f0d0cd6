import { amountCell, unitOfAmounts } from '../lines/amount-cell.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';

/** An amount in 万元 and where it stands. */
export interface Amount {
  readonly amount: string;
  readonly source: string;
}

/** What the budget tables around the target sheets say; null where the document has no such table. */
export interface BudgetTables {
  readonly income: Amount | null;
  readonly expenditure: Amount | null;
  /** 项目支出 in the total of all expenditure: with what was carried over. */
  readonly projectSpending: Amount | null;
  readonly carriedOver: Amount | null;
  readonly projects: readonly (Amount & { readonly name: string })[];
  readonly projectTotal: Amount | null;
  /** 因公出国（境）费 of the 三公 table. */
  readonly travelAbroad: Amount | null;
}

const TITLE = /^[^，。；]{0,30}表$/;
const LONGEST_TITLE = 60;
const TOTAL = /^(?:合计|总计)$/;
const LABELS_OF_AMOUNTS = /^(?:项目支出)?合计$|^(?:金额|预算数|项目支出)$/;

export function budgetTables(lines: readonly Line[]): BudgetTables {
  const tables = (title: RegExp) => rowsBelow(lines, title);
  const balance = tables(/收支总体?(?:情况)?表$/);
  const travel = tables(/三公.{0,4}经费/);
  const { projects, total } = projectsIn(tables(/项目支出(?:预算)?(?:情况)?(?:明细)?表$/));
  return {
    income: besideLabel(balance, /^收入总计$/),
    expenditure: besideLabel(balance, /^支出总计$/),
    projectSpending: totalBelow(tables(/(?:部门|^)支出总体?(?:情况)?表$/), /^项目支出$/),
    carriedOver: besideLabel(tables(/结转.{0,4}(?:情况)?(?:明细)?表$/), TOTAL),
    projects,
    projectTotal: total,
    travelAbroad: besideLabel(travel, /^因公出国费?$|^因公出国.*费$/),
  };
}

/** The rows from a title to the next one. The table of contents names the titles too, and has no rows below them. */
function rowsBelow(lines: readonly Line[], title: RegExp): Line[] {
  for (const [index, line] of lines.entries()) {
    const text = titleOf(line);
    if (text === null || !title.test(text)) continue;
    const behind = lines.slice(index + 1);
    const end = behind.findIndex((next) => titleOf(next) !== null);
    const rows = behind.slice(0, end < 0 ? undefined : end);
    if (rows.some(({ isRow }) => isRow)) return rows;
  }
  return [];
}

function titleOf(line: Line): string | null {
  const [cell, ...more] = filledCells(line);
  if (!cell || more.length > 0 || cell.text.length > LONGEST_TITLE) return null;
  const text = labelOf(cell.text).replace(/[“”"]/g, '');
  return TITLE.test(text) ? text : null;
}

/** The first amount behind a label. */
function besideLabel(rows: readonly Line[], label: RegExp): Amount | null {
  const unit = unitOfAmounts(rows);
  for (const { isRow, cells } of rows) {
    const at = isRow ? cells.findIndex(({ text }) => label.test(labelOf(text))) : -1;
    const behind = at < 0 ? [] : cells.slice(at + 1);
    for (const { text, source } of behind) {
      const amount = amountCell(text, unit);
      if (amount !== null) return { amount, source };
    }
  }
  return null;
}

/** The amount of the row 合计 in the column with this header. */
function totalBelow(rows: readonly Line[], header: RegExp): Amount | null {
  const column = columnWith(rows, header);
  const total = rows.findLast(({ isRow, cells }) => isRow && cells.some(({ text }) => TOTAL.test(labelOf(text))));
  return column < 0 ? null : amountIn(total, column, rows);
}

function projectsIn(rows: readonly Line[]): { projects: (Amount & { name: string })[]; total: Amount | null } {
  const header = rows.find(({ cells }) => cells.some(({ text }) => labelOf(text) === '项目名称'));
  const labels = header?.cells.map(({ text }) => labelOf(text)) ?? [];
  const [name, money] = [labels.indexOf('项目名称'), labels.findIndex((label) => LABELS_OF_AMOUNTS.test(label))];
  if (!header || money < 0) return { projects: [], total: null };
  const found = rows.slice(rows.indexOf(header) + 1).flatMap((row) => {
    const amount = amountIn(row, money, rows);
    const text = row.cells[name]?.text ?? '';
    const isTotal = row.cells.some((cell) => TOTAL.test(labelOf(cell.text)));
    return amount && (text !== '' || isTotal) ? [{ ...amount, name: text, isTotal }] : [];
  });
  const total = found.find(({ isTotal }) => isTotal) ?? null;
  return {
    projects: found
      .filter(({ isTotal }) => !isTotal)
      .map(({ amount, source, name: project }) => ({ amount, source, name: project })),
    total: total && { amount: total.amount, source: total.source },
  };
}

function columnWith(rows: readonly Line[], header: RegExp): number {
  for (const { cells } of rows) {
    const column = cells.findIndex(({ text }) => header.test(labelOf(text)));
    if (column >= 0) return column;
  }
  return -1;
}

function amountIn(row: Line | undefined, column: number, rows: readonly Line[]): Amount | null {
  const cell = row?.cells[column];
  const amount = amountCell(cell?.text, unitOfAmounts(rows));
  return cell && amount !== null ? { amount, source: cell.source } : null;
}
