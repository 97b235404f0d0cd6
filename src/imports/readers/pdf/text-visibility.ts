import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Piece } from '../pages/page-model.js';

/** Neither filled nor stroked: what programs lay over a scan so that it can be searched. */
const INVISIBLE = new Set([3, 7]);

const WHITE = /^#f{6}$/i;
/** Thinner areas are borders. */
const THICKEST_RULE = 6;

interface Glyph {
  readonly unicode?: string;
}

/** Which letters of a page are drawn, and which only lie on it or are white on white. */
export class TextVisibility {
  private mode = 0;
  private isWhite = false;
  /** Something is painted that white letters can be seen on. */
  private isColoured = false;
  private readonly saved: (readonly [mode: number, isWhite: boolean])[] = [];
  /** One sign a letter, in the order of the page: `1` where it is invisible. */
  private letters = '';

  /** Follows the operators of the page. */
  take(operator: number, args: readonly unknown[] | null): void {
    if (operator === OPS.save) this.saved.push([this.mode, this.isWhite]);
    else if (operator === OPS.restore) [this.mode, this.isWhite] = this.saved.pop() ?? [this.mode, this.isWhite];
    else if (operator === OPS.setFillRGBColor) this.isWhite = WHITE.test(String(args?.[0]));
    else if (PATTERNS.has(operator)) [this.isWhite, this.isColoured] = [false, true];
    else if (operator === OPS.constructPath) this.isColoured ||= !this.isWhite && isArea(args);
    else if (operator === OPS.setTextRenderingMode) this.mode = Number(args?.[0]);
    else if (operator === OPS.showText) {
      const glyphs = (args?.[0] ?? []) as readonly (Glyph | number)[];
      const text = glyphs.map((glyph) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? ''))).join('');
      const isUnseen = INVISIBLE.has(this.mode) || (this.isWhite && !this.isColoured);
      this.letters += (isUnseen ? '1' : '0').repeat(lengthOf(text));
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

/** Pictures and shadings can be of any colour. */
const PATTERNS = new Set([OPS.setFillColorN, OPS.shadingFill, OPS.paintImageXObject, OPS.paintInlineImageXObject]);
const FILLS = new Set<unknown>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** A filled path, with its extent as the library gives it: left, bottom, right, top. */
function isArea(args: readonly unknown[] | null): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = (args?.[2] ?? []) as readonly number[];
  return FILLS.has(args?.[0]) && Math.min(right - left, top - bottom) > THICKEST_RULE;
}

const lengthOf = (text: string): number => text.replace(/\s/g, '').length;
