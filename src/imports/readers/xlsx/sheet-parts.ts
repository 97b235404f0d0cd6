import { readXml, type XmlListener } from '../../../common/documents/xml-part.js';
import type { ZipArchive } from '../../../common/documents/zip-archive.js';
import type { UnseenText } from '../block-builder.js';
import { DrawingTexts } from './drawing-texts.js';

type Beside = UnseenText & { readonly source: string };

/** What stands on or over a worksheet in parts of its own, and what its own part says that the library drops. */
export interface SheetParts {
  readonly beside: readonly Beside[];
  /** Formulas of cells that keep no result. */
  readonly uncomputed: ReadonlyMap<string, string>;
  /** Dates that are written as texts. */
  readonly dates: ReadonlyMap<string, string>;
}

const FOLDER = 'xl/';
/** What older programs show in place of a discussion. */
const OF_A_DISCUSSION = /^\[(?:Threaded comment|线程批注|线程注释|会话批注)\]/;

/** By the names of the worksheets. */
export async function sheetParts(archive: ZipArchive): Promise<ReadonlyMap<string, SheetParts>> {
  const places = new Map<string, string>();
  const sheets: (readonly [string, string])[] = [];
  await each(archive, `${FOLDER}_rels/workbook.xml.rels`, {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') places.set(Id, resolved(FOLDER, Target));
    },
  });
  await each(archive, `${FOLDER}workbook.xml`, {
    open(name, { name: title = '', 'r:id': id = '' }) {
      if (name === 'sheet') sheets.push([title, places.get(id) ?? '']);
    },
  });
  const found = new Map<string, SheetParts>();
  for (const [title, place] of sheets) found.set(title, await partsOf(archive, title, place));
  return found;
}

async function partsOf(archive: ZipArchive, title: string, place: string): Promise<SheetParts> {
  const folder = place.slice(0, place.lastIndexOf('/') + 1);
  const targets: { readonly type: string; readonly part: string }[] = [];
  await each(archive, `${folder}_rels/${place.slice(folder.length)}.rels`, {
    open(name, { Type = '', Target = '' }) {
      if (name === 'Relationship') targets.push({ type: Type.replace(/^.*\//, ''), part: resolved(folder, Target) });
    },
  });
  const cells = new CellKinds();
  await each(archive, place, cells);
  const beside: Beside[] = [];
  for (const { type, part } of targets) {
    if (type === 'comments' || type === 'threadedComment') {
      const comments = new Comments();
      await each(archive, part, comments);
      for (const { ref, text } of comments.found)
        if (!OF_A_DISCUSSION.test(text)) beside.push({ kind: 'comment', text, source: `${title}!${ref}` });
    } else if (type === 'drawing') {
      const drawing = new DrawingTexts();
      await each(archive, part, drawing);
      beside.push(...drawing.found.map(({ ref, ...told }) => ({ ...told, source: `${title}!${ref}` })));
    } else if (type === 'oleObject' || type === 'package')
      beside.push({ kind: 'embedded', text: part.replace(/^.*\//, ''), source: `${title}!` });
  }
  return { beside, uncomputed: cells.uncomputed, dates: cells.dates };
}

async function each(archive: ZipArchive, name: string, listener: XmlListener): Promise<void> {
  const part = archive.files.find((file) => file.name === name);
  if (part) await readXml(part.chunks(), listener);
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}

/** Cells of a worksheet that the library reads wrongly. */
class CellKinds implements XmlListener {
  readonly uncomputed = new Map<string, string>();
  readonly dates = new Map<string, string>();
  private cell: { ref: string; type: string; formula: string | null; value: string } | null = null;
  private element = '';

  open(name: string, { r = '', t = '' }: Readonly<Record<string, string>>): void {
    this.element = name;
    if (name === 'c') this.cell = { ref: r, type: t, formula: null, value: '' };
    if (name === 'f' && this.cell) this.cell.formula = '';
  }

  close(name: string): void {
    this.element = '';
    if (name !== 'c' || !this.cell) return;
    const { ref, type, formula, value } = this.cell;
    if (formula !== null && value === '' && type !== 'str') this.uncomputed.set(ref, formula);
    if (type === 'd' && value !== '') this.dates.set(ref, value.slice(0, 10));
    this.cell = null;
  }

  text(text: string): void {
    if (!this.cell) return;
    if (this.element === 'v') this.cell.value += text;
    if (this.element === 'f') this.cell.formula = (this.cell.formula ?? '') + text;
  }
}

/** Notes on cells, of both kinds that there are. */
class Comments implements XmlListener {
  readonly found: { ref: string; text: string }[] = [];
  private isText = false;

  open(name: string, { ref = '' }: Readonly<Record<string, string>>): void {
    if (name === 'comment' || name === 'threadedComment') this.found.push({ ref, text: '' });
    this.isText = name === 't' || name === 'text';
  }

  close(): void {
    this.isText = false;
  }

  text(text: string): void {
    const last = this.found.at(-1);
    if (last && this.isText) last.text += text;
  }
}
