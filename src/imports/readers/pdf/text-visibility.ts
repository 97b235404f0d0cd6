import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Piece } from '../pages/page-model.js';

/** Neither filled nor stroked: what programs lay over a scan so that it can be searched. */
const INVISIBLE = new Set([3, 7]);

interface Glyph {
  readonly unicode?: string;
}

/** Which letters of a page are drawn, and which only lie on it. */
export class TextVisibility {
  private mode = 0;
  private readonly saved: number[] = [];
  /** One sign a letter, in the order of the page: `1` where it is invisible. */
  private letters = '';

  /** Follows the operators of the page. */
  take(operator: number, args: readonly unknown[] | null): void {
    if (operator === OPS.save) this.saved.push(this.mode);
    else if (operator === OPS.restore) this.mode = this.saved.pop() ?? this.mode;
    else if (operator === OPS.setTextRenderingMode) this.mode = Number(args?.[0]);
    else if (operator === OPS.showText) {
      const glyphs = (args?.[0] ?? []) as readonly (Glyph | number)[];
      const text = glyphs.map((glyph) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? ''))).join('');
      this.letters += (INVISIBLE.has(this.mode) ? '1' : '0').repeat(lengthOf(text));
    }
  }

  /** The pieces that nobody sees; those of a page whose order cannot be followed count as seen unless nothing is. */
  invisible(pieces: readonly Piece[]): Piece[] {
    if (!this.letters.includes('1')) return [];
    if (!this.letters.includes('0')) return [...pieces];
    const lengths = pieces.map(({ text }) => lengthOf(text));
    if (lengths.reduce((sum, length) => sum + length, 0) !== this.letters.length) return [];
    let at = 0;
    return pieces.filter((_, index) => {
      const own = this.letters.slice(at, (at += lengths[index] ?? 0));
      return own.length > 0 && !own.includes('0');
    });
  }
}

const lengthOf = (text: string): number => text.replace(/\s/g, '').length;
