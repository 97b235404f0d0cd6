import { filledCells, type Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import { labelledValue } from './labelled-value.js';

/** A goal may go on in paragraphs behind its cell, or at the top of the next page. */
export function goalOf(head: readonly Line[]): { text: string; source: string } | null {
  const found = labelledValue(head, 'goal') ?? labelledValue(head, 'longTermGoal');
  if (!found) return null;
  const behind = head.slice(found.line + 1);
  const rest = behind.find(({ isRow }) => isRow);
  const isStacked = head[found.line]?.isGuessed === true;
  const paragraphs = behind.slice(0, rest ? behind.indexOf(rest) : isStacked ? undefined : 0);
  const more = paragraphs.filter((line) => !isPageNumber(line)).flatMap(({ cells }) => cells.map(({ text }) => text));
  const overPage = rest?.startsTable && filledCells(rest).length === 1 ? (filledCells(rest)[0]?.text ?? '') : '';
  return { text: [found.text, ...more].join('\n') + overPage, source: found.source };
}
