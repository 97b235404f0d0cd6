import { periodIn } from '../columns/heads.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isFundingLabel } from './money-labels.js';

const MONEY = /资金|金额|预算|投资|经费/;
const LONGEST = 24;

const isMoneyOf = (text: string, period: 'long' | 'year'): boolean =>
  text.length <= LONGEST && MONEY.test(text) && periodIn(text) === period;

/** 实施期资金总额 beside 年度资金总额, each above its parts: the lines without the money of the longer period. */
export function withoutLongerPeriod(head: readonly Line[]): readonly Line[] {
  const start = head.findIndex(({ isRow, cells }) => isRow && yearBeside(cells) > 0);
  if (start < 0) return head;
  const cells = head[start]?.cells ?? [];
  const [from, to] = [cells.findIndex(({ text }) => isMoneyOf(text, 'long')), yearBeside(cells)];
  const behind = head.slice(start + 1);
  const height = behind.findIndex(
    (line) => !line.isRow || !filledCells({ ...line, cells: line.cells.slice(to) }).some(isFundingLabel),
  );
  const end = height < 0 ? head.length : start + 1 + height;
  return head.map((line, place) =>
    place < start || place >= end
      ? line
      : {
          ...line,
          cells: line.cells.map((cell, column) => (column >= from && column < to ? { ...cell, text: '' } : cell)),
        },
  );
}

/** Where the money of the year begins beside that of a longer period; -1 where there are no two. */
function yearBeside(cells: Line['cells']): number {
  const long = cells.findIndex(({ text }) => isMoneyOf(text, 'long'));
  return long < 0 ? -1 : cells.findIndex(({ text }, column) => column > long && isMoneyOf(text, 'year'));
}
