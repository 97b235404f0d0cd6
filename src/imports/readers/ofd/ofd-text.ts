import { isAcross, type Piece } from '../pages/page-model.js';
import { type Matrix, onPage } from './matrix.js';

type Attributes = Readonly<Record<string, string>>;

/**
 * Signs such as ≥ are as wide as Chinese in Chinese fonts. Nothing in the page says so; too wide a glyph does no harm, after
 * one that is too narrow there would seem to be a space.
 */
const LATIN = '\u00ff';

/** Glyphs further apart, in their size, are pieces of their own, as where one text fills several cells. */
const APART = 1.6;

/**
 * The glyphs of a `TextCode` as pieces: `X`, `Y` place the first one, `DeltaX`, `DeltaY` each other from the one before
 * it, and where they are missing a glyph follows at its width.
 */
export function glyphPieces(text: string, code: Attributes, { Size, HScale }: Attributes, matrix: Matrix): Piece[] {
  const size = Number(Size ?? 0);
  const [deltaX, deltaY] = [deltas(code.DeltaX), deltas(code.DeltaY)];
  const [a, b, c, d] = matrix;
  const isUpright = Math.abs(a) >= Math.abs(b);
  const isSlanted = isAcross(a, b);
  const printedSize = size * Math.hypot(c, d);
  let [x, y] = [Number(code.X ?? 0), Number(code.Y ?? 0)];
  const pieces: { text: string; left: number; right: number; y: number; size: number; isSlanted: boolean }[] = [];
  let before: { x: number; y: number } | null = null;
  for (const [index, letter] of [...text].entries()) {
    const width = (letter > LATIN ? size : size / 2) * Number(HScale ?? 1);
    const [left, base] = onPage([x, y], matrix);
    const right = isUpright ? onPage([x + width, y], matrix)[0] : left + printedSize;
    const last = pieces.at(-1);
    const goesOn = isUpright && before?.y === y && x > before.x && x - before.x < APART * size;
    if (last && goesOn) {
      last.text += letter;
      last.right = right;
    } else pieces.push({ text: letter, left, right, y: base, size: printedSize, isSlanted });
    before = { x, y };
    x += deltaX[index] ?? (deltaY.length > 0 ? 0 : width);
    y += deltaY[index] ?? 0;
  }
  return pieces.filter((piece) => piece.text.trim() !== '');
}

/** `g 3 4.2` stands for three times 4.2. */
function deltas(list: string | undefined): number[] {
  const words = list?.trim().split(/\s+/) ?? [];
  const found: number[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] !== 'g') found.push(Number(words[index]));
    else {
      const count = Math.min(Number(words[index + 1]), MOST_REPEATED);
      for (let times = 0; times < count; times += 1) found.push(Number(words[index + 2]));
      index += 2;
    }
  }
  return found;
}

/** Letters of one text; `g` can name any number. */
const MOST_REPEATED = 10_000;
