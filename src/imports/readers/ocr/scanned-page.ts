import type { Canvas } from '@napi-rs/canvas';
import type { Block, RecognisedPage } from '../../table-model.js';
import type { CellBudget } from '../cell-budget.js';
import { blocksOfPage } from '../pages/page-blocks.js';
import type { Piece, Rule, Rules } from '../pages/page-model.js';
import { rowBoxes } from '../pages/row-boxes.js';
import { drawnRules, type GreyPicture } from './drawn-rules.js';
import { type SeenWord, wordsSeen } from './ocr-program.js';
import { DOTS_PER_INCH, POINTS_PER_INCH } from './page-canvas.js';

const WHITE = 255;
/** Beyond a line, so that its edges do not read as strokes. */
const AROUND = 3;

export interface ReadPage extends RecognisedPage {
  readonly blocks: readonly Block[];
}

/** Tables come from the lines in the picture, as from those of a PDF; what is between them is recognised without them. */
export async function readPicture(
  program: string,
  canvas: Canvas,
  page: number,
  budget: CellBudget,
): Promise<ReadPage | null> {
  const rules = drawnRules(greyOf(canvas));
  whiten(canvas, rules);
  const words = await wordsSeen(program, canvas.toBuffer('image/png'), DOTS_PER_INCH);
  if (words.length === 0) return null;
  const { blocks, extents } = blocksOfPage(piecesOf(words), inPoints(rules), page, budget);
  const boxes = rowBoxes({ width: points(canvas.width), height: points(canvas.height) }, extents);
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return { page, confidence: Math.round(confidence), boxes, blocks };
}

function greyOf(canvas: Canvas): GreyPicture {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < pixels.length; index += 1)
    pixels[index] = ((data[index * 4] ?? WHITE) + (data[index * 4 + 1] ?? WHITE) + (data[index * 4 + 2] ?? WHITE)) / 3;
  return { width, height, pixels };
}

function whiten(canvas: Canvas, { horizontal, vertical }: Rules): void {
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  for (const { at, from, to } of horizontal) context.fillRect(from, at - AROUND, to - from, 2 * AROUND);
  for (const { at, from, to } of vertical) context.fillRect(at - AROUND, from, 2 * AROUND, to - from);
}

const points = (pixels: number): number => (pixels * POINTS_PER_INCH) / DOTS_PER_INCH;
const inPoints = ({ horizontal, vertical }: Rules): Rules => {
  const rule = ({ at, from, to }: Rule): Rule => ({ at: points(at), from: points(from), to: points(to) });
  return { horizontal: horizontal.map(rule), vertical: vertical.map(rule) };
};

/** The height of a line says more about the size of its letters than that of 一 or of a full stop. */
function piecesOf(words: readonly SeenWord[]): Piece[] {
  const lines = new Map<string, { top: number; bottom: number }>();
  for (const { line, top, height } of words) {
    const known = lines.get(line) ?? { top, bottom: top + height };
    lines.set(line, { top: Math.min(known.top, top), bottom: Math.max(known.bottom, top + height) });
  }
  return words.map(({ text, left, width, line }) => {
    const { top, bottom } = lines.get(line) ?? { top: 0, bottom: 0 };
    const place = { left: points(left), right: points(left + width), y: points(bottom), size: points(bottom - top) };
    return { ...place, text, isSlanted: false };
  });
}
