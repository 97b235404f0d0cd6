import { filledCells, type Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import { type LabelledValue, labelledValue } from './labelled-value.js';
import { isLabel } from './labels.js';

/** A goal may go on in paragraphs behind its cell, or at the top of the next page. */
export function goalOf(head: readonly Line[]): { text: string; source: string } | null {
  const found = labelledValue(head, 'goal') ?? labelledValue(head, 'longTermGoal');
  if (!found) return null;
  const below = rowsBelow(head, found);
  const behind = head.slice(found.line + 1 + below.length);
  const rest = behind.find(({ isRow }) => isRow);
  const isStacked = head[found.line]?.isGuessed === true;
  const paragraphs = behind.slice(0, rest ? behind.indexOf(rest) : isStacked ? undefined : 0);
  const more = paragraphs.filter((line) => !isPageNumber(line)).flatMap(({ cells }) => cells.map(({ text }) => text));
  const overPage = rest?.startsTable && filledCells(rest).length === 1 ? (filledCells(rest)[0]?.text ?? '') : '';
  return { text: [found.text, ...below, ...more].join('\n') + overPage, source: found.source };
}

/** Rows that print nothing but text under that of the goal: its numbered parts, where its label stands for all. */
function rowsBelow(head: readonly Line[], { line, column }: LabelledValue): string[] {
  const texts: string[] = [];
  for (const row of head.slice(line + 1)) {
    const [only, ...others] = filledCells(row);
    const isBelow = row.isRow && only !== undefined && others.length === 0 && row.cells.indexOf(only) === column;
    if (!isBelow || isLabel(only)) break;
    texts.push(only.text);
  }
  return column === 0 ? [] : texts;
}
