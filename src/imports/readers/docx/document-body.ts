import { SaxesParser } from 'saxes';
import { damagedDocument } from '../../../common/documents/errors.js';
import { ImportError } from '../../import-error.js';
import { BlockBuilder, type SpanningCell, type UnseenText } from '../block-builder.js';
import { isLargePicture } from '../ocr/large-picture.js';
import { raised } from '../raised-digits.js';
import { symbolSign, withSigns } from '../symbol-signs.js';
import { Fields } from './fields.js';
import { MathSigns } from './math-signs.js';
import { type Interrupted, newCell, type OpenCell, OpenParagraph, type OpenRun } from './open-paragraph.js';
import { PageFurniture } from './page-furniture.js';
import { TableGrid } from './table-grid.js';
import { embeddedText } from './drawings.js';
import type { Attributes, WordParts } from './word-parts.js';
import { isOn, isShade, lookOf } from './word-styles.js';

/** What is not on the page: field codes, the second copy of drawings for old programs, readings, and how things looked before a tracked change. */
const UNSEEN = new Set(['Fallback', 'rt', 'rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange']);
/** Tracked changes show what was deleted as struck out. */
const DELETED = new Set(['del', 'moveFrom']);
const INSERTED = new Set(['ins', 'moveTo']);
const NOTES = /^(?:foot|end)note(?=Reference$)|^comment(?=Reference$)/;
const DEEPEST = 400;

/** One part of a Word document with text, read as a stream: the grid columns that merged cells span are needed, not HTML made of them. */
export class DocumentBody {
  readonly builder: BlockBuilder;
  readonly furniture = new PageFurniture();
  private paragraph = new OpenParagraph();
  private run: OpenRun | null = null;
  private readonly fields = new Fields();
  private readonly math = new MathSigns();
  private readonly interrupted: Interrupted[] = [];
  private isHiddenRow = false;
  /** Cells, rows and tables that are open; tables can stand inside cells. */
  private readonly cells: OpenCell[] = [];
  private readonly rows: SpanningCell[][] = [];
  private readonly grids: TableGrid[] = [];
  private readonly shadedTables: boolean[] = [];
  /** Names of the elements that are open. */
  private readonly path: string[] = [];
  private readonly counts = { unseen: 0, deleted: 0, inserted: 0 };
  private picture: Attributes = {};
  private text: 'shown' | 'instruction' | null = null;

  constructor(
    private readonly parts: WordParts,
    place = '',
  ) {
    this.builder = new BlockBuilder(place);
  }

  parse(xml: string): void {
    const parser = new SaxesParser({ xmlns: false });
    parser.on('opentag', ({ name, attributes }) => {
      this.begin(localName(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.end(localName(name));
    });
    parser.on('text', (text) => {
      if (this.counts.unseen > 0) return;
      if (this.text === 'shown') this.addText(withSigns(text, this.run?.font));
      if (this.text === 'instruction') this.fields.instruct(text);
    });
    parser.on('error', () => {
      throw damagedDocument();
    });
    parser.write(xml).close();
  }

  private begin(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    if (this.path.length > DEEPEST) throw tooDeep();
    if (UNSEEN.has(name)) this.counts.unseen += 1;
    if (this.counts.unseen > 0) return;
    if (DELETED.has(name)) this.counts.deleted += 1;
    if (INSERTED.has(name)) this.counts.inserted += 1;
    if (parent === 'rPr' && this.run) this.runProperty(this.run, name, attributes);
    else if (parent === 'pPr' || parent === 'numPr') this.paragraphProperty(name, attributes);
    else if (parent === 'tcPr') this.cellProperty(name, attributes);
    else if (name === 'r') this.run = { look: {}, isRaised: false, font: undefined };
    else if (name === 'tbl') this.startTable();
    else if (name === 'tblStyle') this.shadedTables[this.shadedTables.length - 1] = this.isShadedStyle(attributes);
    else if (name === 'gridCol') this.grids.at(-1)?.add(Number(attributes['w:w']));
    else if (name === 'tr') this.startRow();
    else if (name === 'tc') this.cells.push(newCell());
    else if (name === 'gridBefore') this.place({ text: '' }, Number(attributes['w:val']));
    else if (name === 'hidden' && parent === 'trPr' && isOn(attributes['w:val'])) this.isHiddenRow = true;
    else if (name === 'txbxContent') this.startBox();
    else this.content(name, attributes);
  }

  private end(name: string): void {
    this.path.pop();
    if (UNSEEN.has(name)) this.counts.unseen -= 1;
    if (this.counts.unseen > 0) return;
    if (DELETED.has(name)) this.counts.deleted -= 1;
    if (INSERTED.has(name)) this.counts.inserted -= 1;
    const sign = this.math.end(name);
    if (sign) this.addText(sign);
    if (name === 'r') this.run = null;
    else if (name === 't' || name === 'delText' || name === 'instrText') this.text = null;
    else if (name === 'p') this.endParagraph();
    else if (name === 'txbxContent') this.endBox();
    else if (name === 'tc') this.endCell();
    else if (name === 'tr') this.endRow();
    else if (name === 'tbl') this.endTable();
    else if (name === 'sectPr') this.furniture.endSection(this.builder.blocks.length);
  }

  private runProperty(run: OpenRun, name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'vertAlign') run.isRaised = value === 'superscript';
    else if (name === 'rStyle') run.look = { ...this.parts.styles.lookOf(value), ...run.look };
    else if (name === 'rFonts') run.font = attributes['w:ascii'] ?? attributes['w:hAnsi'];
    else Object.assign(run.look, lookOf(name, attributes));
  }

  private paragraphProperty(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'pStyle') {
      this.paragraph.look = this.parts.styles.lookOf(value);
      this.paragraph.list = this.parts.styles.listOf(value);
    } else if (name === 'shd') this.paragraph.look.shaded = isShade(attributes);
    else if (name === 'numId') this.paragraph.list = { level: this.paragraph.list?.level ?? 0, list: value };
    else if (name === 'ilvl') this.paragraph.list = { list: this.paragraph.list?.list ?? '', level: Number(value) };
  }

  private cellProperty(name: string, attributes: Attributes): void {
    const cell = this.cells.at(-1);
    if (!cell) return;
    if (name === 'gridSpan') cell.columns = Number(attributes['w:val']);
    else if (name === 'vMerge') cell.continued = attributes['w:val'] !== 'restart';
    else if (name === 'shd') cell.isShaded = isShade(attributes);
  }

  private content(name: string, attributes: Attributes): void {
    const note = NOTES.exec(name)?.[0];
    if (name === 't' || name === 'delText') this.text = 'shown';
    else if (name === 'instrText') this.text = 'instruction';
    else if (name === 'tab' || name === 'ptab') this.addText(this.cells.length > 0 ? ' ' : '  ');
    else if (name === 'br' || name === 'cr') this.addText('\n');
    else if (name === 'noBreakHyphen') this.addText('-');
    else if (name === 'sym') this.addText(symbolSign(attributes['w:char'] ?? '', attributes['w:font']));
    else if (name === 'fldChar') this.field(attributes['w:fldCharType']);
    else if (note) this.note(note.startsWith('comment') ? 'comment' : 'footnote', `${note} ${attributes['w:id']}`);
    else if ((name === 'headerReference' || name === 'footerReference') && attributes['w:type'] !== 'even')
      this.furniture.add(name, this.parts.targets.get(attributes['r:id'] ?? ''));
    else if (name === 'extent' || name === 'shape') this.picture = attributes;
    else if ((name === 'blip' || name === 'imagedata') && this.maySayMore() && !this.path.includes('object'))
      this.paragraph.unseen.push({ kind: 'picture', text: '图片' });
    else {
      const embedded = embeddedText(name, attributes, this.parts);
      if (embedded) this.paragraph.unseen.push({ kind: 'embedded', text: embedded });
      this.fields.setting(name, attributes);
      const sign = this.math.begin(name, attributes);
      if (sign) this.addText(sign);
    }
  }

  /** Who fills in a form may paste a sign into its cell. */
  private maySayMore(): boolean {
    return this.cells.length > 0 || isLargePicture(this.picture);
  }

  private field(type: string | undefined): void {
    const { shown, drawn } = this.fields.mark(type);
    if (shown) this.addText(shown);
    if (drawn) this.paragraph.unseen.push({ kind: 'text-box', text: drawn });
  }

  private note(kind: 'footnote' | 'comment', key: string): void {
    const text = this.parts.notes.get(key);
    if (text) this.paragraph.unseen.push({ kind, text });
  }

  private addText(text: string): void {
    if (this.fields.isInstruction) return;
    const kind = this.markOf();
    if (kind !== null) this.paragraph.unseen.push({ kind, text });
    else {
      const { isRaised } = this.run ?? {};
      this.paragraph.text += isRaised || this.math.isRaised ? raised(this.paragraph.text, text) : text;
      if (this.counts.inserted > 0) this.paragraph.unseen.push({ kind: 'inserted', text });
    }
  }

  /** null where the text is seen. White letters are, on a dark ground. */
  private markOf(): UnseenText['kind'] | null {
    const { struck, vanished, white, tiny, shaded } = { ...this.paragraph.look, ...this.run?.look };
    if (this.counts.deleted > 0 || struck === true) return 'struck-out';
    const isFaint = white === true && !this.isOnDark(shaded === true);
    return vanished === true || tiny === true || isFaint ? 'hidden-text' : null;
  }

  private isOnDark(isShaded: boolean): boolean {
    const { cells, shadedTables, interrupted } = this;
    return isShaded || cells.at(-1)?.isShaded === true || shadedTables.at(-1) === true || interrupted.length > 0;
  }

  private endParagraph(): void {
    const { text: written, unseen, list } = this.paragraph;
    this.paragraph = new OpenParagraph();
    const cell = this.cells.at(-1);
    const text = list && (cell || written.trim() !== '') ? this.parts.numbers.next(list) + written : written;
    if (cell) {
      cell.text += `${text}\n`;
      cell.unseen.push(...unseen);
      return;
    }
    const [first = '', ...more] = text.split('\n');
    this.builder.paragraph(first, unseen);
    for (const line of more) this.builder.paragraph(line);
  }

  private startBox(): void {
    this.interrupted.push({ paragraph: this.paragraph, run: this.run });
    [this.paragraph, this.run] = [new OpenParagraph(), null];
    if (this.cells.length > 0) this.cells.push(newCell());
  }

  private endBox(): void {
    const before = this.interrupted.pop();
    if (before) [this.paragraph, this.run] = [before.paragraph, before.run];
    const box = this.cells.length > 0 ? this.cells.pop() : undefined;
    const cell = this.cells.at(-1);
    if (!box || !cell) return;
    cell.boxes += box.text;
    cell.unseen.push(...box.unseen);
  }

  private isShadedStyle(attributes: Attributes): boolean {
    return this.parts.styles.isShaded(attributes['w:val'] ?? '');
  }

  private startTable(): void {
    this.endParagraph();
    this.putOutBeforeTable();
    this.builder.startTable();
    this.grids.push(new TableGrid());
    this.shadedTables.push(false);
  }

  private endTable(): void {
    this.builder.endTable();
    this.grids.pop();
    this.shadedTables.pop();
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

  /** A box over a blank cell is how its text was put there; over another it says something beside it. */
  private endCell(): void {
    const cell = this.cells.pop();
    if (!cell) return;
    const { unseen, columns, continued } = cell;
    const [own, boxes] = [cell.text.trim(), cell.boxes.trim()];
    if (own !== '' && boxes !== '') unseen.push({ kind: 'text-box', text: boxes });
    this.place({ text: continued ? '' : own || boxes, unseen, continued }, columns);
  }

  private endRow(): void {
    const cells = this.rows.pop() ?? [];
    const isHidden = this.isHiddenRow;
    this.isHiddenRow = false;
    if (isHidden) this.builder.hiddenRow(cells);
    else this.builder.row(cells);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const tooDeep = () =>
  new ImportError('document-unreadable', null, {
    zh: `文档的元素嵌套超过 ${DEEPEST} 层，无法读取。请另存为新文件后重试。`,
    en: `The elements of the document are nested more than ${DEEPEST} deep. Save it as a new file and try again.`,
  });
