import type { XmlListener } from '../../../common/documents/xml-part.js';
import type { UnseenText } from '../block-builder.js';
import { columnLetters } from '../column-letters.js';
import { isLargePicture } from '../ocr/large-picture.js';

interface Anchor {
  text: string;
  kind: UnseenText['kind'];
  hasPicture: boolean;
  from: { row: number; column: number };
  to: { row: number; column: number };
  extent: Readonly<Record<string, string>>;
}

type Found = UnseenText & { readonly ref: string };

/** Cells that a picture covers at least where it may show a table. */
const LARGE = { rows: 8, columns: 3 };

/** What hovers over the cells of a worksheet: text boxes, form controls, pictures, charts. */
export class DrawingTexts implements XmlListener {
  private readonly anchors: Anchor[] = [];
  private element = '';
  private side: 'from' | 'to' | null = null;
  private fallbacks = 0;

  get found(): Found[] {
    return this.anchors.flatMap(({ text, kind, hasPicture, from, to, extent }): Found[] => {
      const ref = `${columnLetters(from.column)}${from.row + 1}`;
      const isLarge = to.row - from.row >= LARGE.rows && to.column - from.column >= LARGE.columns;
      if (text.trim() !== '') return [{ kind: 'text-box', text: text.trim(), ref }];
      if (kind === 'embedded') return [{ kind, text: '图表', ref }];
      return hasPicture && (isLarge || isLargePicture(extent)) ? [{ kind: 'picture', text: '图片', ref }] : [];
    });
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.element = name;
    if (name === 'Fallback') this.fallbacks += 1;
    if (this.fallbacks > 0) return;
    const anchor = this.anchors.at(-1);
    if (name.endsWith('Anchor')) {
      const corner = () => ({ row: 0, column: 0 });
      this.anchors.push({ text: '', kind: 'text-box', hasPicture: false, from: corner(), to: corner(), extent: {} });
    } else if (name === 'from' || name === 'to') this.side = name;
    else if (!anchor) return;
    else if (name === 'ext' && attributes.cx) anchor.extent = attributes;
    else if (name === 'pic') anchor.hasPicture = true;
    else if (name === 'chart') anchor.kind = 'embedded';
    else if (name === 'p' && anchor.text !== '') anchor.text += ' ';
  }

  close(name: string): void {
    this.element = '';
    if (name === 'Fallback') this.fallbacks -= 1;
    if (name === this.side) this.side = null;
  }

  text(text: string): void {
    const anchor = this.anchors.at(-1);
    if (!anchor || this.fallbacks > 0) return;
    if (this.side && this.element === 'row') anchor[this.side].row = Number(text);
    else if (this.side && this.element === 'col') anchor[this.side].column = Number(text);
    else if (this.element === 't') anchor.text += text;
  }
}
