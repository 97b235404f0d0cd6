import { createHash } from 'node:crypto';
import { ImportError } from '../import-error.js';
import type { Cell, Paragraph, Table } from '../table-model.js';
import { decodeText } from './decode-text.js';
import type { Reader } from './reader.js';

/** Far more than any budget document has; without a limit, 20 MB of tabs would become 20 million cells. */
const MOST_CELLS = 500_000;
const LONGEST_TITLE = 120;

/** Plain text: a line with tabs is a table row, a blank line ends the table, any other line is a paragraph. */
export const textReader: Reader = {
  format: 'text',
  reads: (kind) => kind === 'text',
  read(bytes, fileName) {
    const blocks = blocksOf(decodeText(bytes));
    const first = blocks.find((block) => block.kind === 'paragraph');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { title: first?.text.slice(0, LONGEST_TITLE) ?? fileName, format: 'text', sha256, blocks };
  },
};

function blocksOf(text: string): (Paragraph | Table)[] {
  const blocks: (Paragraph | Table)[] = [];
  let rows: Cell[][] | null = null;
  let left = MOST_CELLS;
  for (const { line, source } of linesOf(text)) {
    const isRow = line.includes('\t') && line.trim() !== '';
    const cells = isRow ? line.split('\t', left + 1).map((cell) => ({ text: cell.trim(), source })) : [];
    left -= Math.max(1, cells.length);
    if (left < 0) throw tooManyCells(source);
    if (!isRow) rows = null;
    if (!isRow && line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim(), source });
    if (isRow && rows === null) blocks.push({ kind: 'table', rows: (rows = []) });
    if (isRow) rows?.push(cells);
  }
  return blocks;
}

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

function tooManyCells(place: string): ImportError {
  return new ImportError('document-too-large', place, {
    zh: `文件的行和单元格超过 ${MOST_CELLS} 个（读到 ${place}）。请只保留绩效目标表部分后重试。`,
    en: `The document has more than ${MOST_CELLS} lines and cells (at ${place}). Keep only the target sheets and try again.`,
  });
}
