import type { Block, Cell, Table, UnseenPart } from '../../table-model.js';
import type { CellBudget } from '../cell-budget.js';
import type { Extent, Piece, Rules } from './page-model.js';
import { cellText, splitAt, textLines } from './piece-text.js';
import { bandedColumns } from './banded-columns.js';
import { type RuledTable, ruledTables } from './ruled-tables.js';
import { type PlacedRow, unruledTables } from './unruled-tables.js';

/** What stands on a page, and what each row (`p12 T2R5`) and paragraph (`p12 ¶3`) covers of it. */
export interface PageBlocks {
  readonly blocks: Block[];
  /** What lies across the page, as a watermark or a stamp does: it belongs to no cell. */
  readonly unseen: UnseenPart[];
  readonly extents: ReadonlyMap<string, Extent>;
}

/** Tables and paragraphs of one page, from the top. @throws ImportError `document-too-large` */
export function blocksOfPage(pieces: readonly Piece[], rules: Rules, page: number, budget: CellBudget): PageBlocks {
  const across = pieces.filter(({ isSlanted }) => isSlanted);
  const straight = pieces.filter(({ isSlanted }) => !isSlanted);
  const { blocks, extents } = pageBlocks(straight, ruledTables(rules), page);
  const counts = blocks.map((block) => (block.kind === 'table' ? block.rows.flat().length : 1));
  budget.take(
    counts.reduce((sum, count) => sum + count, 0),
    `p${page}`,
  );
  const unseen = across.length > 0 ? [{ kind: 'across' as const, text: cellText(across), source: `p${page}` }] : [];
  return { blocks, extents, unseen };
}

function pageBlocks(
  contents: readonly Piece[],
  tables: readonly RuledTable[],
  page: number,
): Omit<PageBlocks, 'unseen'> {
  const inside = tables.map(() => [] as Piece[]);
  const outside: Piece[] = [];
  for (const piece of contents) (inside[tables.findIndex((table) => isInside(piece, table))] ?? outside).push(piece);
  const found = tables.map(({ ys }, index) => ({
    top: ys[0] ?? 0,
    table: tables[index],
    text: '',
    extent: null,
    rows: null,
  }));
  const all = [
    ...found,
    ...unruledTables(textLines(outside)).map((block) => ({
      ...{ top: block.top, table: undefined },
      text: block.kind === 'paragraph' ? block.text : '',
      extent: block.kind === 'paragraph' ? block.extent : null,
      rows: block.kind === 'table' ? block.rows : null,
    })),
  ].sort((a, b) => a.top - b.top);
  let [tableNumber, paragraphNumber] = [0, 0];
  const extents = new Map<string, Extent>();
  const blocks = all.map(({ table, text, extent, rows }): Block => {
    if (!table && !rows) {
      const source = `p${page} ¶${(paragraphNumber += 1)}`;
      if (extent) extents.set(source, extent);
      return { kind: 'paragraph', text, source };
    }
    const where = `p${page} T${(tableNumber += 1)}`;
    const placed = table ? rowExtents(table) : (rows ?? []).map((row) => row.extent);
    for (const [row, covered] of placed.entries()) extents.set(`${where}R${row + 1}`, covered);
    return table ? ruledBlock(table, inside[tables.indexOf(table)] ?? [], where) : unruledBlock(rows ?? [], where);
  });
  return { blocks, extents };
}

const rowExtents = ({ xs, ys }: RuledTable): Extent[] =>
  ys.slice(1).map((bottom, row) => ({ left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[row] ?? 0, bottom }));

function ruledBlock({ xs, ys, cellAt }: RuledTable, pieces: readonly Piece[], where: string): Table {
  const contents = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const row = fieldOf(ys, piece.y - piece.size * 0.35);
    for (const part of splitAt(piece, bordersOf(cellAt[row] ?? [], xs))) {
      const cell = cellAt[row]?.[fieldOf(xs, (part.left + part.right) / 2)] ?? -1;
      contents.set(cell, [...(contents.get(cell) ?? []), part]);
    }
  }
  const printed = new Map<number, Cell & { readonly column: number }>();
  const columns = bandedColumns(cellAt);
  const rows = cellAt.map((numbers, row) =>
    (columns[row] ?? []).map((column, place): Cell => {
      const number = numbers[column] ?? -1;
      const source = `${where}R${row + 1}C${place + 1}`;
      const first = printed.get(number);
      if (!first) {
        const text = cellText(contents.get(number) ?? []);
        printed.set(number, { text, source, column });
        return { text, source };
      }
      const isBelow = first.column === column && first.text !== '';
      return { text: '', source, ...(isBelow && { merged: { text: first.text, source: first.source } }) };
    }),
  );
  return { kind: 'table', rows };
}

function unruledBlock(rows: readonly PlacedRow[], place: string): Table {
  const cells = rows.map(({ texts }, row) =>
    texts.map((text, column): Cell => ({ text, source: `${place}R${row + 1}C${column + 1}` })),
  );
  return { kind: 'table', rows: cells, guessed: true };
}

/** The lines between cells that are really drawn in this row. */
const bordersOf = (numbers: readonly number[], xs: readonly number[]): number[] =>
  numbers.flatMap((number, column) => (column > 0 && numbers[column - 1] !== number ? [xs[column] ?? 0] : []));

function isInside({ left, right, y, size }: Piece, { xs, ys }: RuledTable): boolean {
  const [x, middle] = [(left + right) / 2, y - size * 0.35];
  return x >= (xs[0] ?? 0) && x <= (xs.at(-1) ?? 0) && middle >= (ys[0] ?? 0) && middle <= (ys.at(-1) ?? 0);
}

function fieldOf(positions: readonly number[], at: number): number {
  const next = positions.findIndex((position) => position > at);
  return next < 0 ? positions.length - 2 : Math.max(0, next - 1);
}
