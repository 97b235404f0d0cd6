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

/** What something covers of its page, in points from the top left corner. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const around = (extents: readonly Extent[]): Extent => ({
  left: Math.min(...extents.map(({ left }) => left)),
  right: Math.max(...extents.map(({ right }) => right)),
  top: Math.min(...extents.map(({ top }) => top)),
  bottom: Math.max(...extents.map(({ bottom }) => bottom)),
});

/** Whether text that runs in the direction (a, b) lies across the page. */
export const isAcross = (a: number, b: number): boolean =>
  Math.min(Math.abs(a), Math.abs(b)) > SLANT * Math.hypot(a, b);

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

export type Point = readonly [number, number];

/** What is thinner is a line, also where a program fills a narrow rectangle to draw it. */
const THIN = 3;
/** What is shorter is part of a glyph or of an ornament. */
const SHORT = 3;
/** Sine of the least angle (6°) to the edges of the page: a scanned page may stand a little crooked. */
const SLANT = 0.1;
/** Drawings are made of many lines; no table of a published budget has so many. */
export const MOST_RULES = 4_000;

/** Adds the lines of a path that is drawn, or filled where it is a narrow rectangle. */
export function addRules(
  rules: { horizontal: Rule[]; vertical: Rule[] },
  points: readonly Point[],
  stroked: boolean,
): void {
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
