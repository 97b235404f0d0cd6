import { raised } from '../raised-digits.js';
import type { Piece } from './page-model.js';

/** Pieces on one base line, from left to right. */
export type TextLine = readonly Piece[];

/** Pieces as lines, from the top. */
export function textLines(pieces: readonly Piece[]): TextLine[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const [first] = lines.at(-1) ?? [];
    if (first && piece.y - first.y < Math.max(first.size, piece.size) * 0.5) lines.at(-1)?.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}

/** Chinese runs on over a line break without a space, words of letters do not. */
export function cellText(pieces: readonly Piece[]): string {
  return textLines(pieces)
    .map(lineText)
    .reduce((text, line) => text + (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? ' ' : '') + line, '')
    .trim();
}

/** In letters. Office programs set Chinese and Latin a fifth of a letter apart by themselves: that is no space. */
const SPACE = 0.24;
const WIDE_SPACE = 1;

export function lineText(line: TextLine): string {
  let text = '';
  for (const [index, piece] of line.entries()) {
    const before = line[index - 1];
    const gap = before ? (piece.left - before.right) / piece.size : 0;
    const isSpaced = /\s$/.test(text) || /^\s/.test(piece.text);
    if (!isSpaced && gap > (isWide(text.at(-1)) && isWide(piece.text[0]) ? WIDE_SPACE : SPACE)) text += ' ';
    text += before && isRaised(piece, before) ? raised(text, piece.text) : piece.text;
  }
  return text;
}

/** Smaller than what it follows, and above its base line. */
const isRaised = (piece: Piece, before: Piece): boolean =>
  piece.size < before.size * 0.8 && piece.y < before.y - before.size * 0.15;

export const isWide = (letter: string | undefined): boolean => letter !== undefined && letter > '\u2e80';

/** The part of a piece on either side of each position: one piece can run over the line between two cells. */
export function splitAt(piece: Piece, positions: readonly number[]): Piece[] {
  const cuts = positions.filter((at) => at > piece.left + piece.size * 0.3 && at < piece.right - piece.size * 0.3);
  if (cuts.length === 0) return [piece];
  const letters = [...piece.text];
  const widths = letters.map((letter) => (isWide(letter) ? 1 : 0.5));
  const scale = (piece.right - piece.left) / widths.reduce((sum, width) => sum + width, 0);
  const parts: Piece[] = [];
  let left = piece.left;
  for (const [index, letter] of letters.entries()) {
    const right = left + (widths[index] ?? 0) * scale;
    const part = cuts.filter((at) => at <= (left + right) / 2).length;
    const before = parts[part];
    parts[part] = before ? { ...before, text: before.text + letter, right } : { ...piece, text: letter, left, right };
    left = right;
  }
  return parts.filter((part) => part.text.trim() !== '');
}
