/**
 * The rows of a block as spreadsheet programs copy it: cells apart by tabs, rows by line ends; a cell that holds one of
 * them stands in quotes, with its own quotes doubled (RFC 4180 with tabs). A quote that does not enclose the whole cell is
 * a letter like any other: 12" stays 12".
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const cell = quotedAt(text, at) ?? plainAt(text, at);
    rows.at(-1)?.push(cell.value);
    const next = text[cell.end];
    if (next === undefined) break;
    at = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1);
    // A line end at the very end closes the last row and begins none.
    if (next !== '\t' && at < text.length) rows.push([]);
    else if (next !== '\t') break;
  }
  return rows;
}

interface Cell {
  readonly value: string;
  /** Where the sign stands that ends it. */
  readonly end: number;
}

const QUOTED = /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)/y;
const PLAIN = /[^\t\r\n]*/y;

function quotedAt(text: string, at: number): Cell | null {
  QUOTED.lastIndex = at;
  const match = QUOTED.exec(text);
  return match ? { value: (match[1] ?? '').replaceAll('""', '"'), end: QUOTED.lastIndex } : null;
}

function plainAt(text: string, at: number): Cell {
  PLAIN.lastIndex = at;
  const value = PLAIN.exec(text)?.[0] ?? '';
  return { value, end: at + value.length };
}
