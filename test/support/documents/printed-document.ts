/** A document as it is printed: a paragraph, or the rows of a table. */
export type PrintedBlock = string | PrintedRows;
/** In a cell, `^` continues the cell above and `<` the one to the left, as merged cells do. */
export type PrintedRows = readonly (readonly string[])[];

/** A cell with the columns and rows that it covers. */
export interface SpannedCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** Lines that begin with `|` are rows of a table, the others paragraphs; `⏎` breaks a line inside a cell. */
export function printedBlocks(text: string): PrintedBlock[] {
  const blocks: (string | string[][])[] = [];
  let rows: string[][] | null = null;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) {
      rows = null;
      if (line.trim() !== '') blocks.push(line.trim());
      continue;
    }
    if (rows === null) blocks.push((rows = []));
    rows.push(cellsOf(line));
  }
  return blocks;
}

export function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('⏎', '\n'));
}

/** The cells that begin somewhere, each with its extent. */
export function spannedCells(rows: PrintedRows): SpannedCell[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      if (text === '^' || text === '<') return [];
      let columns = 1;
      while (cells[column + columns] === '<') columns += 1;
      let height = 1;
      while (rows[row + height]?.[column] === '^') height += 1;
      return [{ text, row, column, columns, rows: height }];
    }),
  );
}

/** The grid with blanks where a merged cell reaches. */
export function blanked(rows: PrintedRows): string[][] {
  return rows.map((cells) => cells.map((text) => (text === '^' || text === '<' ? '' : text)));
}
