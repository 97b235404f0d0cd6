import type { Cell as WorkbookCell, Row, Worksheet } from 'exceljs';
import type { Block, Cell, UnseenPart } from '../../table-model.js';
import type { CellBudget } from '../cell-budget.js';
import { type CellText, textOf } from './cell-text.js';
import { pageTexts } from './page-heads.js';
import { unprintedRows } from './print-area.js';
import type { SheetParts } from './sheet-parts.js';

interface ReadWorksheet {
  readonly blocks: readonly Block[];
  readonly unseen: readonly UnseenPart[];
}

const MOST_WORDS = 3;

/** The rows of one worksheet below its name, as it is shown: hidden rows and columns and what is struck out are told apart. */
export function worksheetBlocks(sheet: Worksheet, parts: SheetParts, budget: CellBudget): ReadWorksheet {
  if (sheet.state !== 'visible') return { blocks: [], unseen: hiddenSheet(sheet) };
  const view = new WorksheetView(sheet, parts);
  const line = (text: string, place: string): Block => ({ kind: 'paragraph', text, source: `${sheet.name}!${place}` });
  const blocks: Block[] = [line(sheet.name, '')];
  blocks.push(...pageTexts(headOf(sheet)?.oddHeader).map((text) => line(text, '页眉')));
  let rows: Cell[][] | null = null;
  const shown: (readonly [number, readonly Cell[]])[] = [];
  let last = 0;
  sheet.eachRow((row, number) => {
    const cells = view.cellsOf(row);
    budget.take(Math.max(1, row.cellCount), `${sheet.name}!A${number}`);
    const wasUnseen = view.hasUnseen(number);
    if (cells.every(({ text }) => text === '')) {
      if (wasUnseen && last === number - 1) last = number;
      return;
    }
    if (rows === null || number > last + 1) blocks.push({ kind: 'table', rows: (rows = []) });
    rows.push(cells);
    shown.push([number, cells]);
    last = number;
  });
  blocks.push(...pageTexts(headOf(sheet)?.oddFooter).map((text) => line(text, '页脚')));
  return { blocks, unseen: [...view.unseen(), ...unprintedRows(sheet, shown), ...parts.beside] };
}

/** A worksheet without any has null, whatever its type says. */
const headOf = ({ headerFooter }: Worksheet): Partial<Worksheet['headerFooter']> | null => headerFooter;

/** Decides what of a worksheet is seen, and remembers what is not. */
class WorksheetView {
  private readonly hiddenColumns = new Map<number, string[]>();
  private readonly hiddenRows = new Map<number, string>();
  /** By kind and row. */
  private readonly unseenTexts = new Map<string, UnseenPart>();
  private readonly uncomputed: UnseenPart[] = [];
  /** A merged cell shows its text in the first of its cells that is seen, even where the one that holds it is not. */
  private readonly shownAt = new Map<string, string>();

  constructor(
    private readonly sheet: Worksheet,
    private readonly parts: SheetParts,
  ) {}

  cellsOf(row: Row): Cell[] {
    const cells: Cell[] = [];
    const hidden: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const isHidden = isRowHidden(row) || isColumnHidden(this.sheet, column);
      if (isHidden) {
        const { text } = cell.isMerged ? BLANK : textOf(cell);
        if (text === '') return;
        if (isRowHidden(row)) hidden.push(text);
        else this.hiddenColumns.set(column, [...(this.hiddenColumns.get(column) ?? []), text]);
        return;
      }
      const source = `${this.sheet.name}!${cell.address}`;
      const { struckOut, hidden: faint, ...seen } = this.isShownHere(cell) ? this.textOf(cell.master) : BLANK;
      this.addUnseen(row.number, { kind: 'struck-out', text: struckOut, source });
      this.addUnseen(row.number, { kind: 'hidden-text', text: faint, source });
      cells.push({ ...seen, source, ...this.mergedAbove(cell) });
    });
    if (hidden.length > 0) this.hiddenRows.set(row.number, hidden.join(' | '));
    return cells;
  }

  hasUnseen(row: number): boolean {
    return (
      this.hiddenRows.has(row) || ['struck-out', 'hidden-text'].some((kind) => this.unseenTexts.has(`${kind} ${row}`))
    );
  }

  unseen(): UnseenPart[] {
    const { name } = this.sheet;
    const columns = runs([...this.hiddenColumns.keys()]).map(([from, to]) => {
      const words = [...this.hiddenColumns].filter(([at]) => at >= from && at <= to).flatMap(([, texts]) => texts);
      const place = [from, to].map((at) => this.sheet.getColumn(at).letter).join(':');
      return {
        kind: 'hidden-columns' as const,
        text: words.slice(0, MOST_WORDS).join('、'),
        source: `${name}!${place}`,
      };
    });
    const rows = runs([...this.hiddenRows.keys()]).map(([from, to]) => {
      const words = [...this.hiddenRows].filter(([at]) => at >= from && at <= to).map(([, text]) => text);
      return {
        kind: 'hidden-rows' as const,
        text: words.slice(0, MOST_WORDS).join('、'),
        source: `${name}!${from}:${to}`,
      };
    });
    return [...columns, ...rows, ...this.unseenTexts.values(), ...this.uncomputed];
  }

  private isShownHere({ isMerged, master, address }: WorkbookCell): boolean {
    if (!isMerged) return true;
    const shown = this.shownAt.get(master.address) ?? address;
    this.shownAt.set(master.address, shown);
    return shown === address;
  }

  /** What a merged cell shows above this one, in the same column. */
  private mergedAbove({ isMerged, master, address }: WorkbookCell): Pick<Cell, 'merged'> {
    const shown = isMerged ? this.shownAt.get(master.address) : undefined;
    if (shown === undefined || shown === address || columnOf(shown) !== columnOf(address)) return {};
    const { text } = textOf(master);
    return text === '' ? {} : { merged: { text, source: `${this.sheet.name}!${shown}` } };
  }

  /** What the file keeps of a cell, beside what the library reads of it. */
  private textOf(cell: WorkbookCell): CellText {
    const [formula, date] = [this.parts.uncomputed.get(cell.address), this.parts.dates.get(cell.address)];
    if (date !== undefined) return { ...BLANK, text: date };
    if (formula === undefined) return textOf(cell);
    this.uncomputed.push({ kind: 'uncomputed', text: `=${formula}`, source: `${this.sheet.name}!${cell.address}` });
    return { ...BLANK, text: NOT_COMPUTED, computed: true };
  }

  /** What is unseen in one row is told together. */
  private addUnseen(row: number, { kind, text, source }: UnseenPart): void {
    if (text === '') return;
    const found = this.unseenTexts.get(`${kind} ${row}`);
    const texts = found ? `${found.text} | ${text}` : text;
    this.unseenTexts.set(`${kind} ${row}`, { kind, text: texts, source: found?.source ?? source });
  }
}

const columnOf = (address: string): string => address.replace(/\d+$/, '');

const BLANK: CellText = { text: '', struckOut: '', hidden: '' };
/** As Excel shows what it cannot compute: no value can be read from it. */
const NOT_COMPUTED = '#CALC!';

const isRowHidden = (row: Row): boolean => row.hidden || (row.height as number | undefined) === 0;
function isColumnHidden(sheet: Worksheet, column: number): boolean {
  const { hidden, width } = sheet.getColumn(column);
  return hidden || width === 0;
}

function hiddenSheet(sheet: Worksheet): UnseenPart[] {
  const words: string[] = [];
  sheet.eachRow((row) => {
    if (words.length >= MOST_WORDS) return;
    row.eachCell((cell) => {
      if (!cell.isMerged) words.push(textOf(cell).text);
    });
  });
  const text = words.filter((word) => word !== '').slice(0, MOST_WORDS);
  return text.length === 0 ? [] : [{ kind: 'hidden-sheet', text: text.join('、'), source: `${sheet.name}!` }];
}

/** 3, 4, 5, 9 as 3–5 and 9–9. */
function runs(numbers: readonly number[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
