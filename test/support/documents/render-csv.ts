import { blanked, type PrintedBlock } from './printed-document.js';

/** As a worksheet is saved as CSV: every row as wide as the widest, cells quoted where they must be. */
export const renderCsv = (blocks: readonly PrintedBlock[]): Buffer => {
  const rows = rowsOf(blocks);
  const width = Math.max(...rows.map(({ length }) => length));
  return csv(
    rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]),
    ',',
  );
};

/** As programs write it: semicolons, every cell quoted, blank cells at the end of a row left out. */
export const renderRaggedCsv = (blocks: readonly PrintedBlock[]): Buffer =>
  csv(
    rowsOf(blocks).map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)),
    ';',
    /^/,
  );

/** A paragraph stands in the first cell of a row of its own; a blank row follows each block, as in `renderXlsx`. */
const rowsOf = (blocks: readonly PrintedBlock[]): string[][] =>
  blocks.flatMap((block) => (typeof block === 'string' ? [[block], ['']] : [...blanked(block), ['']]));

const csv = (rows: readonly (readonly string[])[], separator: string, quoted = new RegExp(`["\\n${separator}]`)) =>
  Buffer.from(
    rows
      .map((row) => row.map((cell) => (quoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator))
      .join('\r\n'),
  );
