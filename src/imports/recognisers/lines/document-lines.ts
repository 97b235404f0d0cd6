import type { Cell, TableDocument } from '../../table-model.js';
import { withoutTags } from './printed-text.js';

/** One table row or one paragraph. */
export interface Line {
  readonly isRow: boolean;
  /** The first row of a table as the reader found it: a page may have broken there. */
  readonly startsTable: boolean;
  /** The row was told from the gaps between texts alone. */
  readonly isGuessed?: true;
  readonly cells: readonly Cell[];
  readonly source: string;
}

/** The document as one run of lines, so that a table that runs on over a page break or blank line stays one table. */
export function linesOf({ blocks }: TableDocument): Line[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [paragraphLine(block)];
    return block.rows.map((row, index) => ({
      isRow: true,
      startsTable: index === 0,
      isGuessed: block.guessed,
      cells: row.map((cell) => ({ ...cell, text: withoutTags(cell.text) })),
      source: row[0]?.source ?? '',
    }));
  });
}

/** `填报单位：某局    联系人：某某` above a table says several things at once. */
function paragraphLine({ text, source }: Cell): Line {
  const parts = /[:：]/.test(text) ? text.split(/\s{2,}/) : [text];
  const cells = parts.map((part) => ({ text: withoutTags(part), source }));
  return { isRow: false, startsTable: false, cells, source };
}

export function filledCells({ cells }: Line): Cell[] {
  return cells.filter(({ text }) => text !== '');
}
