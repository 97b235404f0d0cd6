import type { Block, Cell, Table, UnseenPart } from '../table-model.js';
import { CellBudget } from './cell-budget.js';

/** A cell as a format declares it; spans reach right and down. */
export interface SpanningCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
  /** It goes on from the cell above, as formats say that do not count rows. */
  readonly continued?: boolean;
  /** What stands in it unseen. */
  readonly unseen?: readonly UnseenText[];
}

export type UnseenText = Pick<UnseenPart, 'kind' | 'text'>;

const WIDEST = 200;
const TALLEST = 5_000;
const LONGEST_UNSEEN = 200;

interface OpenTable {
  readonly number: number;
  rows: Cell[][];
  /** For each column, how many more rows the cell above still covers. */
  readonly covered: number[];
  /** For each column, the cell that last stood in it. */
  readonly above: (Cell | undefined)[];
  rowCount: number;
}

/** Builds paragraphs and tables in reading order from formats whose cells span columns and rows. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  readonly unseen: UnseenPart[] = [];
  private readonly open: OpenTable[] = [];
  private readonly budget = new CellBudget();
  private tables = 0;
  private paragraphs = 0;

  /** @param place of what is built within the document, before every source */
  constructor(private readonly place = '') {}

  paragraph(text: string, unseen: readonly UnseenText[] = []): void {
    if (text.trim() === '' && unseen.length === 0) return;
    this.paragraphs += 1;
    const source = `${this.place}¶${this.paragraphs}`;
    this.addUnseen(unseen, source);
    if (text.trim() === '') return;
    this.budget.take(1, source);
    this.blocks.push({ kind: 'paragraph', text: text.trim(), source });
  }

  /** A table inside a cell interrupts the outer one: what stands before it is read before it. */
  startTable(): void {
    this.flush();
    this.tables += 1;
    this.open.push({ number: this.tables, rows: [], covered: [], above: [], rowCount: 0 });
  }

  /** `beside`: what stands unseen in the row and in none of these cells. */
  row(cells: readonly SpanningCell[], beside: readonly UnseenText[] = []): void {
    const table = this.open.at(-1);
    if (!table) return;
    table.rowCount += 1;
    this.addUnseen(
      [...cells.flatMap(({ unseen = [] }) => unseen), ...beside],
      `${this.place}T${table.number}R${table.rowCount}`,
    );
    const row: Cell[] = [];
    const place = (text: string, isCovered: boolean) => {
      const source = `${this.place}T${table.number}R${table.rowCount}C${row.length + 1}`;
      const above = table.above[row.length];
      if (!isCovered) table.above[row.length] = { text, source };
      row.push({ text, source, ...(isCovered && above && above.text !== '' && { merged: above }) });
    };
    const passCovered = () => {
      for (let rest = table.covered[row.length] ?? 0; rest > 0; rest = table.covered[row.length] ?? 0) {
        table.covered[row.length] = rest - 1;
        place('', true);
      }
    };
    for (const { text, columns = 1, rows = 1, continued = false } of cells) {
      passCovered();
      for (let column = 0; column < clamp(columns, WIDEST); column += 1) {
        table.covered[row.length] = clamp(rows, TALLEST) - 1;
        place(column === 0 ? text.trim() : '', continued);
      }
    }
    passCovered();
    this.budget.take(Math.max(1, row.length), `${this.place}T${table.number}R${table.rowCount}`);
    table.rows.push(row);
  }

  hiddenRow(cells: readonly SpanningCell[]): void {
    const table = this.open.at(-1);
    if (!table) return;
    table.rowCount += 1;
    const texts = cells.map(({ text }) => ({ kind: 'hidden-rows' as const, text }));
    this.addUnseen(texts, `${this.place}T${table.number}R${table.rowCount}`);
  }

  endTable(): void {
    this.flush();
    this.open.pop();
  }

  /** What is unseen in one row or paragraph is told together. */
  private addUnseen(parts: readonly UnseenText[], source: string): void {
    for (const kind of new Set(parts.map((part) => part.kind))) {
      const texts = parts
        .filter((part) => part.kind === kind && part.text.trim() !== '')
        .map(({ text }) => text.trim());
      const text = texts.join(' | ').slice(0, LONGEST_UNSEEN);
      if (texts.length > 0) this.unseen.push({ kind, text, source });
    }
  }

  private flush(): void {
    const table = this.open.at(-1);
    if (!table || table.rows.length === 0) return;
    this.blocks.push({ kind: 'table', rows: table.rows } satisfies Table);
    table.rows = [];
  }
}

const clamp = (count: number, most: number): number =>
  Number.isInteger(count) ? Math.min(Math.max(count, 1), most) : 1;
