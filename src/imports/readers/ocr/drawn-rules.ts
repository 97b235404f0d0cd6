import type { Rule, Rules } from '../pages/page-model.js';

/** A picture in grey: one byte a pixel, 0 is black. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const DARK = 140;
/** In pixels at 200 dots per inch: the side of the smallest cell. */
const SHORTEST = { horizontal: 60, vertical: 40 };
/** Longer than any stroke of a letter; what is shorter is a line where it meets one of these. */
const SURE = 200;
const MEETS = 6;
const THICKEST = 8;
/** Dots that a scanner lost. */
const GAP = 2;

interface OpenRule {
  from: number;
  to: number;
  first: number;
  last: number;
}

/** The ruling lines in a picture, in pixels, and no strokes of large letters. */
export function drawnRules(picture: GreyPicture): Rules {
  const horizontal = rules(picture.height, picture.width, SHORTEST.horizontal, (y, x) => isDark(picture, x, y));
  const vertical = rules(picture.width, picture.height, SHORTEST.vertical, (x, y) => isDark(picture, x, y));
  return { horizontal: linesAmong(horizontal, vertical), vertical: linesAmong(vertical, horizontal) };
}

function linesAmong(rules: readonly Rule[], across: readonly Rule[]): Rule[] {
  const sure = across.filter(isSure);
  return rules.filter((rule) => isSure(rule) || sure.some((other) => meet(rule, other)));
}

const isSure = ({ from, to }: Rule): boolean => to - from >= SURE;

const meet = (one: Rule, other: Rule): boolean => reaches(one, other.at) && reaches(other, one.at);
const reaches = ({ from, to }: Rule, at: number): boolean => at >= from - MEETS && at <= to + MEETS;

const isDark = ({ width, pixels }: GreyPicture, x: number, y: number): boolean => (pixels[y * width + x] ?? 255) < DARK;

/** Long runs of dark pixels; those of neighbouring rows that overlap are one line, also where it stands a little crooked. */
function rules(rows: number, length: number, shortest: number, dark: (row: number, at: number) => boolean): Rule[] {
  const done: OpenRule[] = [];
  let open: OpenRule[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (const [from, to] of runs(row, length, shortest, dark)) {
      const rule = open.find((other) => from <= other.to + GAP && to >= other.from - GAP);
      if (rule) Object.assign(rule, { from: Math.min(rule.from, from), to: Math.max(rule.to, to), last: row });
      else open.push({ from, to, first: row, last: row });
    }
    done.push(...open.filter(({ last }) => last < row - 1));
    open = open.filter(({ last }) => last >= row - 1);
  }
  return [...done, ...open]
    .filter(({ first, last }) => last - first < THICKEST)
    .map(({ from, to, first, last }) => ({ at: (first + last) / 2, from, to }));
}

function* runs(
  row: number,
  length: number,
  shortest: number,
  dark: (row: number, at: number) => boolean,
): Generator<readonly [number, number]> {
  let [from, last] = [-1, -1];
  for (let at = 0; at <= length; at += 1) {
    if (at < length && dark(row, at)) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && (at === length || at - last > GAP)) {
      if (last - from + 1 >= shortest) yield [from, last];
      from = -1;
    }
  }
}
