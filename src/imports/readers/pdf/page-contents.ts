import { OPS, type PageViewport, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { checkPieces } from '../pages/page-limits.js';
import { addRules, isAcross, MOST_RULES, type Piece, type Point, type Rule, type Rules } from '../pages/page-model.js';
import { printedLetters } from '../pages/printed-letters.js';
import { forEachOperator } from './page-operators.js';
import { TextVisibility } from './text-visibility.js';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

type Matrix = readonly number[];

type Item = Extract<TextContent['items'][number], { str: string }>;

/** @throws ImportError `document-too-large` */
export async function textsOf(page: PDFPageProxy): Promise<Item[]> {
  const texts: Item[] = [];
  for await (const { items } of page.streamTextContent({ disableNormalization: true }) as AsyncIterable<TextContent>) {
    // pdf.js makes blanks of gaps; whether a gap is one is decided where the lines are put together.
    for (const item of items) if ('str' in item && item.str.trim() !== '') texts.push(item);
    checkPieces(texts.length, page.pageNumber);
  }
  return texts;
}

/** The page as most of its letters are read: who lays a wide table on an upright page may turn the text and not the page. */
export function viewportOf(page: PDFPageProxy, texts: readonly Item[]): PageViewport {
  const upright = page.getViewport({ scale: 1 });
  const letters = [0, 0, 0, 0];
  for (const { str, transform } of texts) {
    const [a = 0, b = 0] = Util.transform(upright.transform, transform as number[]) as number[];
    if (isAcross(a, b)) continue;
    const turns = (Math.round(-Math.atan2(b, a) / QUARTER) + 4) % 4;
    letters[turns] = (letters[turns] ?? 0) + str.trim().length;
  }
  const turned = letters.indexOf(Math.max(...letters));
  return turned === 0 ? upright : page.getViewport({ scale: 1, rotation: (page.rotate + turned * 90) % 360 });
}

const QUARTER = Math.PI / 2;

export const piecesOf = (texts: readonly Item[], { transform }: PageViewport): Piece[] =>
  texts.map((item) => pieceOf(item, transform));

function pieceOf(item: Item, transform: Matrix): Piece {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(transform, item.transform) as number[];
  const size = Math.hypot(c, d) || item.height;
  const isUpright = Math.abs(a) >= Math.abs(b);
  const isSlanted = isAcross(a, b);
  return { text: printedLetters(item.str), left: x, right: x + (isUpright ? item.width : size), y, size, isSlanted };
}

export interface Drawn {
  readonly rules: Rules;
  readonly visibility: TextVisibility;
}

/** The straight lines that are drawn on the page, of a drawing that has too many for a table not all; and which texts are. */
export async function drawnOn(page: PDFPageProxy, viewport: PageViewport): Promise<Drawn> {
  const visibility = new TextVisibility();
  const rules = { horizontal: [] as Rule[], vertical: [] as Rule[] };
  let matrix: Matrix = viewport.transform;
  const saved: Matrix[] = [];
  await forEachOperator(page, (operator, args) => {
    visibility.take(operator, args);
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    if (operator === OPS.transform) matrix = Util.transform(matrix, args) as number[];
    if (operator === OPS.paintFormXObjectBegin && args?.[0]) matrix = Util.transform(matrix, args[0]) as number[];
    if (operator !== OPS.constructPath) return true;
    const [paint, [path]] = args as unknown as [number, [Float32Array | null]];
    for (const points of path ? subpaths(path, matrix) : []) addRules(rules, points, isStroke(paint));
    return rules.horizontal.length + rules.vertical.length <= MOST_RULES;
  });
  return { rules, visibility };
}

const isStroke = (paint: number): boolean =>
  paint === OPS.stroke || paint === OPS.closeStroke || paint === OPS.fillStroke || paint === OPS.closeFillStroke;

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
