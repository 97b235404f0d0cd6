import { placesOf } from '../columns/columns.js';
import { type Header, headerAt } from '../columns/header.js';
import { headLabel, statementsIn } from '../head/labels.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import { isTitle } from './titles.js';

/** Columns of one of the tables that stand beside each other. */
interface Half {
  readonly from: number;
  readonly to: number;
}

/** Above a header so many lines may say that its table prints two periods. */
const NEAR = 12;
const TOTAL = /^(?:合计|总计|总分|总得分)$/;

/**
 * Two tables can stand beside each other on a page: 三级指标 | 指标值 | 三级指标 | 指标值, with other indicators on the right. They are put
 * below each other, the left one first; with a head of its own (项目名称 on both sides) the right one is another sheet. Two periods
 * of the same indicators stay beside each other.
 */
export function withHalvesBelowEachOther(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let index = 0; index < lines.length;) {
    const header = headerAt(lines, index);
    const line = lines[index];
    if (!line) break;
    const height = header?.height ?? 1;
    const body = header ? bodyBelow(lines, index + height) : [];
    const halves =
      header && body.length > 0 ? halvesOf(header, body, lines.slice(Math.max(0, index - NEAR), index)) : [];
    if (halves.length < 2) {
      result.push(...lines.slice(index, index + height));
      index += height;
      continue;
    }
    const heads = result.splice(headStart(result, halves));
    result.push(...below([...heads], lines.slice(index, index + height), body, halves));
    index += height + body.length;
  }
  return result;
}

function below(
  heads: readonly Line[],
  header: readonly Line[],
  body: readonly Line[],
  halves: readonly Half[],
): Line[] {
  return halves.flatMap((half, place) => [
    ...heads.map((line) => cut(line, half)),
    ...(place === 0 || heads.length > 0 ? header.map((line) => cut(line, half)) : []),
    ...body.flatMap((line) => rowOf(line, half, place, halves)),
  ]);
}

/** What stands across both halves is said once; a sum below the last of them. */
function rowOf(line: Line, half: Half, place: number, halves: readonly Half[]): Line[] {
  if (!line.isRow) return place === 0 ? [line] : [];
  const own = cut(line, half);
  const isSum = TOTAL.test(labelOf(filledCells(line)[0]?.text ?? ''));
  if (!isSum || halves.slice(1).some((other) => TOTAL.test(labelOf(filledCells(cut(line, other))[0]?.text ?? ''))))
    return filledCells(own).length > 0 ? [own] : [];
  if (place < halves.length - 1) return [];
  const cells = own.cells.map(
    (cell, column) =>
      halves.map(({ from }) => line.cells[from + column]).find((other) => other && other.text !== '') ?? cell,
  );
  return [{ ...own, cells }];
}

const cut = (line: Line, { from, to }: Half): Line =>
  line.isRow ? { ...line, cells: line.cells.slice(from, to) } : line;

function bodyBelow(lines: readonly Line[], from: number): Line[] {
  const end = lines.findIndex(
    (line, index) => index >= from && (isTitle(line) || (line.isRow && headerAt(lines, index) !== null)),
  );
  const body = lines.slice(from, end < 0 ? undefined : end);
  return body.slice(0, body.findLastIndex(({ isRow }) => isRow) + 1);
}

/** The columns of each table where the header is printed as a whole more than once. */
function halvesOf({ heads }: Header, body: readonly Line[], above: readonly Line[]): Half[] {
  const [first] = heads;
  const starts = heads.filter(({ text }) => text === first?.text).map(({ column }) => column);
  if (!first || starts.length < 2) return [];
  const halves = starts.map((from, place) => ({ from, to: starts[place + 1] ?? Infinity }));
  const inside = ({ from, to }: Half) => heads.filter(({ column }) => column >= from && column < to);
  const [own, ...others] = halves.map((half) => inside(half).map(({ text, column }) => `${column - half.from}${text}`));
  const isRepeated = others.every((texts) => texts.join() === own?.join());
  const { name, level2, level1, target } = placesOf(inside(halves[0] ?? { from: 0, to: 0 }));
  const names = name ?? level2 ?? level1;
  if (!isRepeated || names === undefined || target === undefined) return [];
  const isYears = above.some(saysLongTerm) && level1 === undefined;
  return isYears || saysTheSame(body, halves, names) ? [] : halves;
}

/** Whether most rows name the same on both sides. */
function saysTheSame(body: readonly Line[], halves: readonly Half[], name: number): boolean {
  const pairs = body
    .filter(({ isRow }) => isRow)
    .map(({ cells }) => halves.map(({ from }) => labelOf(cells[from + name - (halves[0]?.from ?? 0)]?.text ?? '')))
    .filter((names) => names.every((text) => text !== ''));
  return pairs.filter((names) => new Set(names).size === 1).length * 2 > pairs.length;
}

const saysLongTerm = (line: Line): boolean =>
  filledCells(line).some(({ text }) => headLabel(text)?.role === 'longTermGoal');

/** Where the rows begin that print the same label above each table: 项目名称 | 甲 | 项目名称 | 乙. */
function headStart(before: readonly Line[], halves: readonly Half[]): number {
  let start = before.length;
  while (start > 0 && repeatsItsLabel(before[start - 1], halves)) start -= 1;
  return start;
}

function repeatsItsLabel(line: Line | undefined, halves: readonly Half[]): boolean {
  const labels = halves.map(({ from }) => {
    const text = line?.cells[from]?.text ?? '';
    return headLabel(text) ? labelOf(text) : (statementsIn(text).find(({ label }) => headLabel(label))?.label ?? '');
  });
  return line?.isRow === true && labels[0] !== '' && new Set(labels).size === 1;
}
