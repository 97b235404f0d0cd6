import { strToU8, zipSync } from 'fflate';
import { type Box, HEIGHT, layOut, Pages, type PageStyle, SIZE, WIDTH, widthOf } from './lay-out.js';
import type { PrintedBlock } from './printed-document.js';

const MILLIMETRES = 25.4 / 72;
const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Ways in which programs write the same page. */
export interface OfdStyle extends PageStyle {
  /** The glyphs of a text one by one, or each text stretched by a matrix of its own. */
  readonly texts?: 'runs' | 'glyphs' | 'stretched';
  /** Borders as outlines, as single lines, or as thin filled rectangles. */
  readonly borders?: 'outlines' | 'lines' | 'rectangles';
}

/** An OFD file as GB/T 33190 describes it: a zip file of XML pages, with texts and paths in millimetres. */
export function renderOfd(blocks: readonly PrintedBlock[], style: OfdStyle = {}): Buffer {
  const pages = new OfdPages(style);
  layOut(pages, blocks, style);
  return pages.file();
}

const mm = (points: number): string => (points * MILLIMETRES).toFixed(4);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

class OfdPages extends Pages {
  private readonly done: string[] = [];
  private content = '';
  private id = 100;

  constructor(private readonly style: OfdStyle) {
    super();
  }

  place(x: number, y: number, text: string): void {
    const { texts = 'runs' } = this.style;
    if (texts !== 'glyphs') {
      this.textObject(x, y, [...text], texts === 'stretched' ? 2 : 1);
      return;
    }
    let left = x;
    for (const letter of text) {
      this.textObject(left, y, [letter], 1);
      left += widthOf(letter);
    }
  }

  box({ x, y, width, height }: Box): void {
    const [right, bottom] = [x + width, y + height];
    switch (this.style.borders ?? 'outlines') {
      case 'outlines':
        this.path(
          { x, y, width, height },
          `M 0 0 L ${mm(width)} 0 L ${mm(width)} ${mm(height)} L 0 ${mm(height)} C`,
          '',
        );
        break;
      case 'lines':
        for (const [x1, y1, x2, y2] of [
          [x, y, right, y],
          [x, bottom, right, bottom],
          [x, y, x, bottom],
          [right, y, right, bottom],
        ] as const)
          this.path({ x: x1, y: y1, width: x2 - x1, height: y2 - y1 }, `M 0 0 L ${mm(x2 - x1)} ${mm(y2 - y1)}`, '');
        break;
      case 'rectangles':
        for (const [x1, y1, w, h] of [
          [x, y, width, 0.5],
          [x, bottom, width, 0.5],
          [x, y, 0.5, height],
          [right, y, 0.5, height],
        ] as const)
          this.path(
            { x: x1, y: y1, width: w, height: h },
            `M 0 0 L ${mm(w)} 0 L ${mm(w)} ${mm(h)} L 0 ${mm(h)} C`,
            ' Stroke="false" Fill="true"',
          );
    }
  }

  protected finishPage(): void {
    this.done.push(this.content);
    this.content = '';
  }

  file(): Buffer {
    const page = (content: string) =>
      `${DECLARATION}<ofd:Page ${NAMESPACE}><ofd:Template TemplateID="9" ZOrder="Background"/><ofd:Content><ofd:Layer ID="10">${content}</ofd:Layer></ofd:Content></ofd:Page>`;
    const list = this.done.map(
      (_, index) => `<ofd:Page ID="${index + 20}" BaseLoc="Pages/Page_${index}/Content.xml"/>`,
    );
    const files: Record<string, string> = {
      'OFD.xml': `${DECLARATION}<ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      'Doc_0/Document.xml': `${DECLARATION}<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(WIDTH)} ${mm(HEIGHT)}</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="/Doc_0/Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
      'Doc_0/Tpls/Tpl_0/Content.xml': `${DECLARATION}<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer ID="11"/></ofd:Content></ofd:Page>`,
      ...Object.fromEntries(
        this.done.map((content, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, page(content)]),
      ),
    };
    return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))));
  }

  /** `stretch`: the size is a part of what is seen, and the matrix makes up for it. */
  private textObject(x: number, y: number, letters: readonly string[], stretch: number): void {
    const top = y - SIZE;
    const size = SIZE / stretch;
    const widths = letters.slice(0, -1).map((letter) => mm(widthOf(letter) / stretch));
    const matrix = stretch === 1 ? '' : ` CTM="${stretch} 0 0 ${stretch} 0 0"`;
    const width = letters.reduce((sum, letter) => sum + widthOf(letter), 0);
    this.content += `<ofd:TextObject ID="${(this.id += 1)}" Boundary="${mm(x)} ${mm(top)} ${mm(width)} ${mm(SIZE * 1.2)}" Font="1" Size="${mm(size)}"${matrix}><ofd:TextCode X="0" Y="${mm(size)}"${widths.length > 0 ? ` DeltaX="${repeated(widths)}"` : ''}>${escaped(letters.join(''))}</ofd:TextCode></ofd:TextObject>`;
  }

  private path({ x, y, width, height }: Box, data: string, attributes: string): void {
    this.content += `<ofd:PathObject ID="${(this.id += 1)}" Boundary="${[x, y, width, height].map(mm).join(' ')}" LineWidth="0.2"${attributes}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
  }
}

/** Equal distances that follow each other are written once, with their number. */
function repeated(widths: readonly string[]): string {
  const runs: [string, number][] = [];
  for (const width of widths) {
    const last = runs.at(-1);
    if (last?.[0] === width) last[1] += 1;
    else runs.push([width, 1]);
  }
  return runs
    .map(([width, count]) => (count > 2 ? `g ${count} ${width}` : Array.from({ length: count }, () => width).join(' ')))
    .join(' ');
}
