import { isFundingLabel } from '../funding/money-labels.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import { type LabelledValue, labelledValue } from './labelled-value.js';
import { isLabel, statementsIn } from './labels.js';
import { onlyText } from './numbered-goals.js';

/** A goal may go on in paragraphs behind its cell, or at the top of the next page. */
export function goalOf(head: readonly Line[]): { text: string; source: string } | null {
  const found = labelledValue(head, 'goal') ?? labelledValue(head, 'longTermGoal');
  if (!found) return null;
  const below = rowsBelow(head, found);
  const behind = head.slice(found.line + 1 + below.length);
  const rest = behind.find(({ isRow }) => isRow);
  const own = head[found.line];
  const isStacked = own?.isGuessed === true;
  const until = rest ? behind.indexOf(rest) : isStacked || own?.isRow === false ? behind.length : 0;
  const paragraphs = behind.slice(0, until).filter((line) => !isPageNumber(line));
  // Behind a goal in a paragraph may stand what other labels say; behind a cell it is the rest of that.
  const other = own?.isRow === false ? paragraphs.findIndex(saysSomethingElse) : -1;
  const more = paragraphs.slice(0, other < 0 ? undefined : other).flatMap(({ cells }) => cells.map(({ text }) => text));
  const overPage = rest?.startsTable && filledCells(rest).length === 1 ? (filledCells(rest)[0]?.text ?? '') : '';
  return { text: [found.text, ...below, ...more].join('\n') + overPage, source: found.source };
}

/** 三、绩效指标 */
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^。；，]{2,16}$/;

const saysSomethingElse = (line: Line): boolean =>
  filledCells(line).some(
    (cell) => HEADING.test(cell.text) || isLabel(cell) || isFundingLabel(cell) || statementsIn(cell.text).length > 0,
  );

/** Rows that print nothing but text under that of the goal: its numbered parts, where its label stands for all. */
function rowsBelow(head: readonly Line[], { line, column }: LabelledValue): string[] {
  const texts: string[] = [];
  for (const row of head.slice(line + 1)) {
    const only = row.isRow ? onlyText(row) : null;
    if (only?.column !== column || isLabel(only)) break;
    texts.push(only.text);
  }
  return column === 0 ? [] : texts;
}
