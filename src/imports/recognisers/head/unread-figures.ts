import { exact, plain } from '../../../domain/exact.js';
import type { FundingDraft } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import { moneyColumn, moneyRow } from '../funding/money-labels.js';
import { amountCell, type MoneyUnit, withUnitBehind } from '../lines/amount-cell.js';
import { decimalCell } from '../lines/decimal-cell.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isColumnNumbers } from '../rows/aside-row.js';
import { isLabel } from './labels.js';

const LONGEST_ODD = 40;

/** Rows of the head that print a figure which is not among those that were read, as `金额 | 90 | 60`. */
export function unreadFigures(head: readonly Line[], funding: FundingDraft, unit: MoneyUnit): Cell[] {
  const known = new Set(figuresRead(funding));
  const isRead = (text: string): boolean =>
    [decimalCell(text), amountCell(text, unit)].some((figure) => figure !== null && known.has(plain(exact(figure))));
  return head.flatMap((line, place) => {
    const cells = filledCells(line);
    if (!line.isRow || isColumnNumbers(cells)) return [];
    const isUnread = line.cells.some(({ text }, column) => {
      const behind = line.cells.slice(column + 1).find((cell) => cell.text !== '')?.text;
      if (
        isRead(text) ||
        isRead(withUnitBehind(text, behind)) ||
        isOfKnownLabel(line, column) ||
        isUnderKnownHead(head, place, column)
      )
        return false;
      return isFigure(text) || isOddAmount(line, column);
    });
    return isUnread ? [{ text: cells.map(({ text }) => text).join(' | '), source: line.source }] : [];
  });
}

const isFigure = (text: string): boolean => /\d/.test(text) && (decimalCell(text) ?? amountCell(text, '万元')) !== null;

/** 45左右, 12,34 and （34.50） beside a label of money are no amounts; a list of parts in words is read elsewhere. */
function isOddAmount({ cells }: Line, column: number): boolean {
  const { text = '' } = cells[column] ?? {};
  const before = cells.slice(0, column).findLast((cell) => cell.text !== '');
  return /\d/.test(text) && text.length <= LONGEST_ODD && before !== undefined && moneyRow(before.text) !== null;
}

function figuresRead({ total, fiscal, other, carriedOver, spent, sources }: FundingDraft): string[] {
  const figures = [total, fiscal, other, carriedOver, spent, ...sources.map(({ amount }) => amount)];
  return figures.flatMap((figure) => (figure === null ? [] : [plain(exact(figure))]));
}

/** A telephone number, a code, the number of a row: what a label beside it asks for that is no money. */
function isOfKnownLabel({ cells }: Line, column: number): boolean {
  const before = cells.slice(0, column).findLast(({ text }) => text !== '');
  return before === undefined || isLabel(before);
}

/** Figures of parts under 年初预算数 or 分值 are known, and not kept. */
const isUnderKnownHead = (head: readonly Line[], place: number, column: number): boolean =>
  head.slice(0, place).some(({ cells }) => moneyColumn(cells[column]?.text ?? '') !== null);
