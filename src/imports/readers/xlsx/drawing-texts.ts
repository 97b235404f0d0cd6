import type { XmlListener } from '../../../common/documents/xml-part.js';
import type { UnseenText } from '../block-builder.js';
import { columnLetters } from '../column-letters.js';

interface Anchor {
  text: string;
  kind: UnseenText['kind'];
  hasPicture: boolean;
  from: { row: number; column: number };
}

type Found = UnseenText & { readonly ref: string };

/** What hovers over the cells of a worksheet: text boxes, form controls, pictures, charts. */
export class DrawingTexts implements XmlListener {
  private readonly anchors: Anchor[] = [];
  private element = '';
  private isFrom = false;
  private fallbacks = 0;

  get found(): Found[] {
    return this.anchors.flatMap(({ text, kind, hasPicture, from }): Found[] => {
      const ref = `${columnLetters(from.column)}${from.row + 1}`;
      if (text.trim() !== '') return [{ kind: 'text-box', text: text.trim(), ref }];
      if (kind === 'embedded') return [{ kind, text: '图表', ref }];
      return hasPicture ? [{ kind: 'picture', text: '图片', ref }] : [];
    });
  }

  open(name: string): void {
    this.element = name;
    if (name === 'Fallback') this.fallbacks += 1;
    if (this.fallbacks > 0) return;
    const anchor = this.anchors.at(-1);
    if (name.endsWith('Anchor')) {
      this.anchors.push({ text: '', kind: 'text-box', hasPicture: false, from: { row: 0, column: 0 } });
    } else if (name === 'from') this.isFrom = true;
    else if (!anchor) return;
    else if (name === 'pic') anchor.hasPicture = true;
    else if (name === 'chart') anchor.kind = 'embedded';
    else if (name === 'p' && anchor.text !== '') anchor.text += ' ';
  }

  close(name: string): void {
    this.element = '';
    if (name === 'Fallback') this.fallbacks -= 1;
    if (name === 'from') this.isFrom = false;
  }

  text(text: string): void {
    const anchor = this.anchors.at(-1);
    if (!anchor || this.fallbacks > 0) return;
    if (this.isFrom && this.element === 'row') anchor.from.row = Number(text);
    else if (this.isFrom && this.element === 'col') anchor.from.column = Number(text);
    else if (this.element === 't') anchor.text += text;
  }
}
