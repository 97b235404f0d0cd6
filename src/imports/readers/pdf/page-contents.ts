import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of glyphs; coordinates in points from the top left corner of the page as it is seen. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  readonly size: number;
  /** Across the page, as a watermark or a stamp lies over what is printed. */
  readonly isSlanted: boolean;
}

/** A horizontal (`at` is y, `from`–`to` are x) or vertical line. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

type Matrix = readonly number[];

/** What is thinner is a line, also where a program fills a narrow rectangle to draw it. */
const THIN = 3;
/** What is shorter is part of a glyph or of an ornament. */
const SHORT = 3;
/** Sine of the least angle (6°) to the edges of the page: a scanned page may stand a little crooked. */
const SLANT = 0.1;

export async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    // pdf.js makes blanks of gaps; whether a gap is one is decided where the lines are put together.
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(transform, item.transform) as number[];
    const size = Math.hypot(c, d) || item.height;
    const isUpright = Math.abs(a) >= Math.abs(b);
    const isSlanted = Math.min(Math.abs(a), Math.abs(b)) > SLANT * Math.hypot(a, b);
    return [{ text: item.str, left: x, right: x + (isUpright ? item.width : size), y, size, isSlanted }];
  });
}

/** The straight lines that are drawn on the page. */
export async function rulesOf(page: PDFPageProxy): Promise<Rules> {
  const rules = { horizontal: [] as Rule[], vertical: [] as Rule[] };
  const { fnArray, argsArray } = await page.getOperatorList();
  let matrix: Matrix = page.getViewport({ scale: 1 }).transform;
  const saved: Matrix[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as readonly unknown[] | null;
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    if (operator === OPS.transform) matrix = Util.transform(matrix, args) as number[];
    if (operator === OPS.paintFormXObjectBegin && args?.[0]) matrix = Util.transform(matrix, args[0]) as number[];
    if (operator !== OPS.constructPath) continue;
    const [paint, [path]] = args as unknown as [number, [Float32Array | null]];
    for (const points of path ? subpaths(path, matrix) : []) addRules(rules, points, isStroke(paint));
  }
  return rules;
}

const isStroke = (paint: number): boolean =>
  paint === OPS.stroke || paint === OPS.closeStroke || paint === OPS.fillStroke || paint === OPS.closeFillStroke;

type Point = readonly [number, number];

/** pdf.js packs a path into numbers: 0 move, 1 line, 2 and 3 curves, 4 close. */
function subpaths(path: Float32Array, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  const at = (index: number): Point => {
    const point: [number, number] = [path[index] ?? 0, path[index + 1] ?? 0];
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    return [a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f];
  };
  for (let index = 0; index < path.length;) {
    const operator = path[index];
    const last = found.at(-1);
    if (operator === 0) found.push([at(index + 1)]);
    else if (operator === 1) last?.push(at(index + 1));
    else if (operator === 4 && last?.[0]) last.push(last[0]);
    else if (operator === 2 || operator === 3) found.pop(); // a curve is no border
    index += operator === 4 ? 1 : operator === 2 ? 7 : operator === 3 ? 5 : 3;
  }
  return found;
}

function addRules(rules: { horizontal: Rule[]; vertical: Rule[] }, points: readonly Point[], stroked: boolean): void {
  if (stroked) {
    for (const [index, to] of points.slice(1).entries()) addRule(rules, [points[index] ?? to, to]);
    return;
  }
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  if (Math.min(width, height) <= THIN) addRule(rules, points);
}

function addRule(rules: { horizontal: Rule[]; vertical: Rule[] }, points: readonly Point[]): void {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THIN && right - left >= SHORT) {
    rules.horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
  } else if (right - left <= THIN && bottom - top >= SHORT) {
    rules.vertical.push({ at: (left + right) / 2, from: top, to: bottom });
  }
}
