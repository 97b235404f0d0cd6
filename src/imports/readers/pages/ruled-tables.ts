import { MOST_RULES, type Rule, type Rules } from './page-model.js';

/** Lines that stop this far from each other still meet. */
const TOLERANCE = 2.5;

/** A grid between lines; `cellAt` gives each of its fields the number of the (merged) cell that it belongs to. */
export interface RuledTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cellAt: readonly (readonly number[])[];
}

/** Every group of lines that touch each other and leave at least two fields between them, from the top of the page. */
export function ruledTables({ horizontal, vertical }: Rules): RuledTable[] {
  if (horizontal.length + vertical.length > MOST_RULES) return [];
  const groups = touchingGroups(horizontal, vertical);
  const tables = groups.flatMap((group) => {
    const xs = distinct(group.vertical.map(({ at }) => at));
    const ys = distinct(group.horizontal.map(({ at }) => at));
    return xs.length < 2 || ys.length < 2 || xs.length + ys.length < 5
      ? []
      : [{ xs, ys, cellAt: cells(xs, ys, group) }];
  });
  return tables.sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function touchingGroups(horizontal: readonly Rule[], vertical: readonly Rule[]): Rules[] {
  const parents = [...horizontal, ...vertical].map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at;
    return at;
  };
  for (const [h, line] of horizontal.entries()) {
    for (const [v, upright] of vertical.entries()) {
      const meet = within(upright.at, line.from, line.to) && within(line.at, upright.from, upright.to);
      if (meet) parents[root(h)] = root(horizontal.length + v);
    }
  }
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const groupOf = (index: number) => {
    const key = root(index);
    const group = groups.get(key) ?? { horizontal: [], vertical: [] };
    groups.set(key, group);
    return group;
  };
  for (const [index, rule] of horizontal.entries()) groupOf(index).horizontal.push(rule);
  for (const [index, rule] of vertical.entries()) groupOf(horizontal.length + index).vertical.push(rule);
  return [...groups.values()];
}

/**
 * Two fields belong to one cell where no line is drawn between them. A cell is a rectangle: programs forget lines beside
 * a merged cell that a page cuts, and without that rule such a gap would run cells of other rows together.
 */
function cells(xs: readonly number[], ys: readonly number[], { horizontal, vertical }: Rules): number[][] {
  const [width, height] = [xs.length - 1, ys.length - 1];
  const isDrawn = (rules: readonly Rule[], at: number, middle: number) =>
    rules.some((rule) => Math.abs(rule.at - at) <= TOLERANCE && rule.from <= middle && middle <= rule.to);
  const isOpenRight = (row: number, column: number) => !isDrawn(vertical, xs[column + 1] ?? 0, middle(ys, row));
  const isOpenBelow = (row: number, column: number) => !isDrawn(horizontal, ys[row + 1] ?? 0, middle(xs, column));
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => -1));
  const isFree = (row: number, column: number) => grid[row]?.[column] === -1;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (!isFree(row, column)) continue;
      let [right, bottom] = [column, row];
      while (right + 1 < width && isFree(row, right + 1) && isOpenRight(row, right)) right += 1;
      const columns = Array.from({ length: right - column + 1 }, (_, index) => column + index);
      const goesOn = (below: number) =>
        columns.every(
          (at) => isFree(below, at) && isOpenBelow(below - 1, at) && (at === right || isOpenRight(below, at)),
        );
      while (bottom + 1 < height && goesOn(bottom + 1)) bottom += 1;
      for (let at = row; at <= bottom; at += 1) grid[at]?.fill(row * width + column, column, right + 1);
    }
  }
  return grid;
}

const middle = (positions: readonly number[], index: number): number =>
  ((positions[index] ?? 0) + (positions[index + 1] ?? 0)) / 2;

const within = (at: number, from: number, to: number): boolean => at >= from - TOLERANCE && at <= to + TOLERANCE;

function distinct(positions: readonly number[]): number[] {
  const found: number[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    if (position - (found.at(-1) ?? -Infinity) > TOLERANCE) found.push(position);
  }
  return found;
}
