import { SaxesParser } from 'saxes';
import { damagedDocument } from '../../common/documents/document-errors.js';
import { ZipArchive } from '../../common/documents/zip-archive.js';
import { ImportError } from '../import-error.js';
import { BlockBuilder, type SpanningCell } from './block-builder.js';
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
    return { blocks: body.builder.blocks };
  },
};

interface OpenCell {
  text: string;
  columns: number;
  continued: boolean;
}

/** Symbol fonts put their signs where Unicode has its private ones. */
const SYMBOLS: Readonly<Record<string, string>> = { F0B3: '≥', F0A3: '≤', F0B1: '±', F03D: '=', F03E: '>', F03C: '<' };
/** Text that is not on the page: what was deleted under tracking, and the second copy of drawings for old programs. */
const UNSEEN = new Set(['del', 'moveFrom', 'Fallback', 'instrText']);
const DEEPEST = 400;

class DocumentBody {
  readonly builder = new BlockBuilder();
  private paragraph = '';
  /** Cells and rows that are open; tables can stand inside cells. */
  private readonly cells: OpenCell[] = [];
  private readonly rows: SpanningCell[][] = [];
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
      if (this.isText && this.unseen === 0) this.paragraph += text;
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
    const cell = this.cells.at(-1);
    if (name === 't') this.isText = true;
    else if (name === 'tab') this.paragraph += this.cells.length > 0 ? ' ' : '  ';
    else if (name === 'br' || name === 'cr') this.paragraph += '\n';
    else if (name === 'noBreakHyphen') this.paragraph += '-';
    else if (name === 'sym') this.paragraph += SYMBOLS[(attributes['w:char'] ?? '').toUpperCase()] ?? '';
    else if (name === 'tbl') {
      this.endParagraph();
      this.builder.startTable();
    } else if (name === 'tr') this.rows.push([]);
    else if (name === 'tc') this.cells.push({ text: '', columns: 1, continued: false });
    else if (name === 'gridSpan' && cell) cell.columns = Number(value);
    else if (name === 'gridBefore') this.rows.at(-1)?.push({ text: '', columns: Number(value) });
    else if (name === 'vMerge' && cell) cell.continued = value !== 'restart';
  }

  private end(name: string): void {
    this.depth -= 1;
    if (UNSEEN.has(name)) this.unseen -= 1;
    if (this.unseen > 0) return;
    if (name === 't') this.isText = false;
    else if (name === 'p') this.endParagraph();
    else if (name === 'tc') this.endCell();
    else if (name === 'tr') this.builder.row(this.rows.pop() ?? []);
    else if (name === 'tbl') this.builder.endTable();
  }

  private endParagraph(): void {
    const text = this.paragraph;
    this.paragraph = '';
    const cell = this.cells.at(-1);
    if (cell) cell.text += `${text}\n`;
    else for (const line of text.split('\n')) this.builder.paragraph(line);
  }

  private endCell(): void {
    const cell = this.cells.pop();
    if (!cell) return;
    const { text, columns, continued } = cell;
    this.rows.at(-1)?.push({ text: continued ? '' : text.trim(), columns });
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const tooDeep = () =>
  new ImportError('document-unreadable', null, {
    zh: `文档的元素嵌套超过 ${DEEPEST} 层，无法读取。请另存为新文件后重试。`,
    en: `The elements of the document are nested more than ${DEEPEST} deep. Save it as a new file and try again.`,
  });
