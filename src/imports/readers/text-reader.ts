import type { Block, Cell } from '../table-model.js';
import { CellBudget } from './cell-budget.js';
import { decodeText } from './decode-text.js';
import type { Reader } from './reader.js';

/** Plain text: a line with tabs or upright strokes is a table row, a blank line ends the table, the rest are paragraphs. */
export const textReader: Reader = {
  format: 'text',
  read: (bytes) => ({ blocks: blocksOfText(decodeText(bytes)) }),
};

/** An escaped stroke of Markdown is part of the cell. */
const STROKES = /(?<!\\)[|｜│┃║]/;
/** `|---|:--:|` below the header of a Markdown table, `├────┼───┤` between drawn rows. */
const RULE = /^[\s|｜:+=\u2500-\u257f-]+$/;

const LONGEST_LABEL = 14;

export function blocksOfText(text: string): Block[] {
  const blocks: Block[] = [];
  const budget = new CellBudget();
  let rows: Cell[][] | null = null;
  for (const { line, source } of linesOf(text)) {
    if (line.trim() !== '' && !line.includes('\t') && RULE.test(line) && line.trim().length > 2) continue;
    const texts = cellsOf(line, budget.rest);
    budget.take(Math.max(1, texts?.length ?? 0), source);
    if (texts) {
      if (rows === null) blocks.push({ kind: 'table', rows: (rows = []) });
      rows.push(texts.map((cell) => ({ text: cell.trim(), source })));
    } else {
      rows = null;
      if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim(), source });
    }
  }
  return blocks;
}

/** `项目名称 | 绿化` without strokes at its ends. */
const isLabelled = ([label = '', value = '']: readonly string[]): boolean =>
  value.trim() !== '' && label.trim() !== '' && label.trim().length <= LONGEST_LABEL && !/[，。；？！,;]/.test(label);

/** null where the line is no row. Strokes count from two on, one alone may be part of a sentence unless it stands behind a label. */
function cellsOf(line: string, most: number): string[] | null {
  if (line.trim() === '') return null;
  if (line.includes('\t')) return line.split('\t', most + 1);
  const parts = STROKES.test(line) ? line.split(STROKES, most + 1) : [];
  if (parts.length === 2 && isLabelled(parts)) return parts.map(unescaped);
  if (parts.length < 3) return null;
  return parts.slice(parts[0]?.trim() === '' ? 1 : 0, parts.at(-1)?.trim() === '' ? -1 : undefined).map(unescaped);
}

const unescaped = (cell: string): string => cell.replaceAll('\\|', '|');

/** Line by line from the text itself: splitting it first would hold everything twice. */
function* linesOf(text: string): Generator<{ line: string; source: string }> {
  const end = /\r\n|[\n\r\f\v\u2028\u2029]/g;
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const match = end.exec(text);
    yield { line: text.slice(start, match?.index), source: `L${number}` };
    if (!match) return;
    start = end.lastIndex;
  }
}
