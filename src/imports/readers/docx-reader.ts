import { SaxesParser } from 'saxes';
import { damagedDocument } from '../../common/documents/document-errors.js';
import { ZipArchive } from '../../common/documents/zip-archive.js';
import { ImportError } from '../import-error.js';
import { BlockBuilder, type SpanningCell, type UnseenText } from './block-builder.js';
import { raised } from './raised-digits.js';
import type { Reader } from './reader.js';

const BODY = 'word/document.xml';

/** The body of a Word document, read as a stream: the grid columns that merged cells span are needed, not HTML made of them. */
export const docxReader: Reader = {
  format: 'docx',
  async read(bytes) {
    const xml = await (await ZipArchive.open(bytes)).read(BODY);
    if (!xml) throw damagedDocument();
    const body = new DocumentBody();
    body.parse(xml.toString('utf8'));
    return { blocks: body.builder.blocks, unseen: body.builder.unseen };
  },
};

interface OpenCell {
  text: string;
  readonly unseen: UnseenText[];
  columns: number;
  continued: boolean;
}

/** Symbol fonts put their signs where Unicode has its private ones. */
const SYMBOLS: Readonly<Record<string, string>> = { F0B3: '≥', F0A3: '≤', F0B1: '±', F03D: '=', F03E: '>', F03C: '<' };
/** What is not on the page: field codes, the second copy of drawings for old programs, and how things looked before a tracked change. */
const UNSEEN = new Set(['Fallback', 'instrText', 'rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange']);
/** Tracked changes show what was deleted as struck out. */
const DELETED = new Set(['del', 'moveFrom']);
const RUN_MARKS: Readonly<Record<string, UnseenText['kind']>> = {
  strike: 'struck-out',
  dstrike: 'struck-out',
  vanish: 'hidden-text',
};
const DEEPEST = 400;

class DocumentBody {
  readonly builder = new BlockBuilder();
  private paragraph = '';
  /** What stands unseen in the open paragraph. */
  private unseenTexts: UnseenText[] = [];
  /** Of the run that is open, or of all the deleted ones. */
  private runMark: UnseenText['kind'] | null = null;
  private isRun = false;
  private isRaised = false;
  private deleted = 0;
  private isHiddenRow = false;
  /** Cells and rows that are open; tables can stand inside cells. */
  private readonly cells: OpenCell[] = [];
  private readonly rows: SpanningCell[][] = [];
  /** Of the tables that are open. */
  private readonly grids: TableGrid[] = [];
  private unseen = 0;
  private depth = 0;
  private isText = false;

  parse(xml: string): void {
    const parser = new SaxesParser({ xmlns: false });
    parser.on('opentag', ({ name, attributes }) => {
      this.begin(localName(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.end(localName(name));
    });
    parser.on('text', (text) => {
      if (this.isText && this.unseen === 0) this.addText(text);
    });
    parser.on('error', () => {
      throw damagedDocument();
    });
    parser.write(xml).close();
  }

  private begin(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw tooDeep();
    if (UNSEEN.has(name)) this.unseen += 1;
    if (this.unseen > 0) return;
    const value = attributes['w:val'];
    const isOn = value !== '0' && value !== 'false' && value !== 'off';
    const cell = this.cells.at(-1);
    const mark = RUN_MARKS[name];
    if (DELETED.has(name)) this.deleted += 1;
    else if (name === 'r') [this.isRun, this.runMark, this.isRaised] = [true, null, false];
    else if (name === 'vertAlign' && this.isRun) this.isRaised = value === 'superscript';
    else if (mark && this.isRun && isOn) this.runMark = mark;
    else if (name === 't' || name === 'delText') this.isText = true;
    else if (name === 'hidden' && isOn && this.rows.length > 0) this.isHiddenRow = true;
    else if (name === 'tab') this.addText(this.cells.length > 0 ? ' ' : '  ');
    else if (name === 'br' || name === 'cr') this.addText('\n');
    else if (name === 'noBreakHyphen') this.addText('-');
    else if (name === 'sym') this.addText(SYMBOLS[(attributes['w:char'] ?? '').toUpperCase()] ?? '');
    else if (name === 'tbl') {
      this.endParagraph();
      this.putOutBeforeTable();
      this.builder.startTable();
      this.grids.push(new TableGrid());
    } else if (name === 'gridCol') this.grids.at(-1)?.add(Number(attributes['w:w']));
    else if (name === 'tr') this.startRow();
    else if (name === 'tc') this.cells.push({ text: '', unseen: [], columns: 1, continued: false });
    else if (name === 'gridSpan' && cell) cell.columns = Number(value);
    else if (name === 'gridBefore') this.place({ text: '' }, Number(value));
    else if (name === 'vMerge' && cell) cell.continued = value !== 'restart';
  }

  private end(name: string): void {
    this.depth -= 1;
    if (UNSEEN.has(name)) this.unseen -= 1;
    if (this.unseen > 0) return;
    if (DELETED.has(name)) this.deleted -= 1;
    else if (name === 'r') [this.isRun, this.runMark] = [false, null];
    else if (name === 't' || name === 'delText') this.isText = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tc') this.endCell();
    else if (name === 'tr') this.endRow();
    else if (name === 'tbl') {
      this.builder.endTable();
      this.grids.pop();
    }
  }

  private startRow(): void {
    this.rows.push([]);
    this.grids.at(-1)?.startRow();
  }

  /** @param span columns of the grid; where all of them are slivers there is nothing to be seen */
  private place(cell: SpanningCell, span: number): void {
    const columns = this.grids.at(-1)?.columnsOf(span) ?? span;
    if (columns > 0 || cell.text !== '' || cell.unseen?.length) this.rows.at(-1)?.push({ ...cell, columns });
  }

  private addText(text: string): void {
    const kind = this.deleted > 0 ? 'struck-out' : this.runMark;
    if (kind === null) this.paragraph += this.isRaised ? raised(this.paragraph, text) : text;
    else this.unseenTexts.push({ kind, text });
  }

  private endParagraph(): void {
    const [text, unseen] = [this.paragraph, this.unseenTexts];
    [this.paragraph, this.unseenTexts] = ['', []];
    const cell = this.cells.at(-1);
    if (cell) {
      cell.text += `${text}\n`;
      cell.unseen.push(...unseen);
      return;
    }
    const [first = '', ...more] = text.split('\n');
    this.builder.paragraph(first, unseen);
    for (const line of more) this.builder.paragraph(line);
  }

  /** A form can stand inside a cell of a table that only lays out the page: what stands before it is read before it. */
  private putOutBeforeTable(): void {
    const [cell, row] = [this.cells.at(-1), this.rows.at(-1)];
    if (!cell || !row) return;
    if (row.some(({ text }) => text !== '')) {
      this.builder.row([...row.splice(0), { text: cell.text.trim(), unseen: cell.unseen.splice(0) }]);
    } else {
      for (const line of cell.text.split('\n')) this.builder.paragraph(line, cell.unseen.splice(0));
    }
    cell.text = '';
  }

  private endCell(): void {
    const cell = this.cells.pop();
    if (!cell) return;
    const { text, unseen, columns, continued } = cell;
    this.place({ text: continued ? '' : text.trim(), unseen, continued }, columns);
  }

  private endRow(): void {
    const cells = this.rows.pop() ?? [];
    const isHidden = this.isHiddenRow;
    this.isHiddenRow = false;
    if (isHidden) this.builder.hiddenRow(cells);
    else this.builder.row(cells);
  }
}

/** In twentieths of a point: programs that place borders by themselves leave columns between them that nobody sees. */
const SLIVER = 40;

/** The columns of a table, and how far its open row has come in them. */
class TableGrid {
  private readonly widths: number[] = [];
  private position = 0;

  add(width: number): void {
    this.widths.push(width);
  }

  startRow(): void {
    this.position = 0;
  }

  /** How many of the next columns can be seen. Where most are slivers the grid is not meant: the program finds widths itself. */
  columnsOf(span: number): number {
    const slivers = this.sliversIn(this.position, this.position + span);
    this.position += span;
    return this.sliversIn(0) * 2 > this.widths.length ? span : span - slivers;
  }

  private sliversIn(from: number, to?: number): number {
    return this.widths.slice(from, to).filter((width) => width < SLIVER).length;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const tooDeep = () =>
  new ImportError('document-unreadable', null, {
    zh: `文档的元素嵌套超过 ${DEEPEST} 层，无法读取。请另存为新文件后重试。`,
    en: `The elements of the document are nested more than ${DEEPEST} deep. Save it as a new file and try again.`,
  });
