import type { Point } from '../pages/page-model.js';

/** From the coordinates of an object to points on the page: `a b c d e f`. */
export type Matrix = readonly [number, number, number, number, number, number];

export const onPage = ([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point => [a * x + c * y + e, b * x + d * y + f];

/** Lengths in OFD are millimetres. */
const POINTS = 72 / 25.4;

/** `Boundary` says where an object lies on the page, `CTM` how it is turned and stretched within. */
export function matrixOf({ Boundary, CTM }: Readonly<Record<string, string>>): Matrix {
  const [left = 0, top = 0] = numbersOf(Boundary);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(CTM);
  return [a * POINTS, b * POINTS, c * POINTS, d * POINTS, (e + left) * POINTS, (f + top) * POINTS];
}

const numbersOf = (text: string | undefined): number[] =>
  text
    ?.trim()
    .split(/[\s,]+/)
    .map(Number) ?? [];
