import type { Cell } from '../../table-model.js';
import { filledCells, type Line } from '../lines/document-lines.js';

const ORDINAL = /^[（(]?(\d{1,2})[)）、.．]?$/;

/** The one text of a line, with the number in the cell before it: `1 | 办培训班` is `1、办培训班`; null where there are others. */
export function onlyText(line: Line): (Cell & { readonly column: number }) | null {
  const [first, ...others] = filledCells(line);
  if (!first || others.length > 1) return null;
  const [text = first] = others;
  const number = ORDINAL.exec(first.text.trim())?.[1];
  if (others.length === 1 && number === undefined) return null;
  const said = others.length === 1 ? `${number}、${text.text}` : text.text;
  return { text: said, source: text.source, column: line.cells.indexOf(text) };
}

/**
 * Splits `1、… 2、…` (also `1.`, `1．`, `目标1：`, `（1）`) into its goals. Numbers must count up from 1, so neither 17.84 nor
 * a year begins a goal. Text without numbers is one goal; what stands before number 1 only introduces them.
 */
export function numberedGoals(text: string): string[] {
  const marks = [...text.matchAll(/(?:目标)?(?<![\d.])(?:[（(](\d{1,2})[)）]|(\d{1,2})(?:[、．:：]|\.(?!\d)))\s*/g)];
  const starts: { from: number; to: number }[] = [];
  for (const mark of marks) {
    if (Number(mark[1] ?? mark[2]) !== starts.length + 1) continue;
    starts.push({ from: mark.index, to: mark.index + mark[0].length });
  }
  if (starts.length < 2) return text === '' ? [] : [text];
  return starts.map(({ to }, index) => text.slice(to, starts[index + 1]?.from).trim());
}
