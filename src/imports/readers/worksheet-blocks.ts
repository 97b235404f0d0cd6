import type { Cell as WorkbookCell, CellValue, Font, Row, Worksheet } from 'exceljs';
import type { Block, Cell, UnseenPart } from '../table-model.js';
import type { CellBudget } from './cell-budget.js';
import { workbookText } from './workbook-text.js';

interface ReadWorksheet {
  readonly blocks: readonly Block[];
  readonly unseen: readonly UnseenPart[];
}

type Text = Omit<Cell, 'source'> & { readonly struckOut: string };

const MOST_WORDS = 3;

/** The rows of one worksheet below its name, as it is shown: hidden rows and columns and what is struck out are told apart. */
export function worksheetBlocks(sheet: Worksheet, budget: CellBudget): ReadWorksheet {
  if (sheet.state !== 'visible') return { blocks: [], unseen: hiddenSheet(sheet) };
  const view = new WorksheetView(sheet);
  const blocks: Block[] = [{ kind: 'paragraph', text: sheet.name, source: `${sheet.name}!` }];
  let rows: Cell[][] | null = null;
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
    last = number;
  });
  return { blocks, unseen: view.unseen() };
}

/** Decides what of a worksheet is seen, and remembers what is not. */
class WorksheetView {
  private readonly hiddenColumns = new Map<number, string[]>();
  private readonly hiddenRows = new Map<number, string>();
  private readonly struckOut = new Map<number, { texts: string[]; source: string }>();
  /** A merged cell shows its text in the first of its cells that is seen, even where the one that holds it is not. */
  private readonly shownAt = new Map<string, string>();

  constructor(private readonly sheet: Worksheet) {}

  cellsOf(row: Row): Cell[] {
    const cells: Cell[] = [];
    const hidden: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const isHidden = row.hidden || this.sheet.getColumn(column).hidden;
      if (isHidden) {
        const { text } = cell.isMerged ? { text: '' } : textOf(cell);
        if (text === '') return;
        if (row.hidden) hidden.push(text);
        else this.hiddenColumns.set(column, [...(this.hiddenColumns.get(column) ?? []), text]);
        return;
      }
      const source = `${this.sheet.name}!${cell.address}`;
      const { struckOut, ...seen } = this.isShownHere(cell) ? textOf(cell.master) : BLANK;
      if (struckOut !== '') this.addStruckOut(row.number, struckOut, source);
      cells.push({ ...seen, source, ...this.mergedAbove(cell) });
    });
    if (hidden.length > 0) this.hiddenRows.set(row.number, hidden.join(' | '));
    return cells;
  }

  hasUnseen(row: number): boolean {
    return this.hiddenRows.has(row) || this.struckOut.has(row);
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
    const struck = [...this.struckOut.values()].map(({ texts, source }) => {
      return { kind: 'struck-out' as const, text: texts.join(' | '), source };
    });
    return [...columns, ...rows, ...struck];
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

  private addStruckOut(row: number, text: string, source: string): void {
    const found = this.struckOut.get(row);
    if (found) found.texts.push(text);
    else this.struckOut.set(row, { texts: [text], source });
  }
}

const columnOf = (address: string): string => address.replace(/\d+$/, '');

const BLANK: Text = { text: '', struckOut: '' };

function textOf(cell: WorkbookCell): Text {
  const { seen, struckOut } = withoutStruckOut(cell);
  const text = workbookText(seen, cell.numFmt).trim();
  return { text, struckOut, ...(cell.formula && { computed: true as const }) };
}

/** A cell can be struck out as a whole or in parts. */
function withoutStruckOut({ value, font, numFmt }: WorkbookCell): { seen: CellValue; struckOut: string } {
  if (value !== null && typeof value === 'object' && 'richText' in value) {
    const isStruck = (run: (typeof value.richText)[number]) => strike(run.font) ?? strike(font) ?? false;
    const struckOut = value.richText.filter(isStruck).map(({ text }) => text);
    return { seen: { richText: value.richText.filter((run) => !isStruck(run)) }, struckOut: struckOut.join('').trim() };
  }
  return strike(font) ? { seen: null, struckOut: workbookText(value, numFmt).trim() } : { seen: value, struckOut: '' };
}

/** A cell that was never formatted has no font at all, whatever its type says. */
const strike = (font: Partial<Font> | undefined): boolean | undefined => font?.strike;

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
