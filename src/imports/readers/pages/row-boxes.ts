import type { Box } from '../../table-model.js';
import type { Extent } from './page-model.js';

/** Fine enough for any picture of a page. */
const DIGITS = 4;

/** What rows and paragraphs cover of a page of this size, in points. */
export function rowBoxes(
  page: { readonly width: number; readonly height: number },
  extents: ReadonlyMap<string, Extent>,
): Record<string, Box> {
  const part = (at: number, of: number) => Number(Math.min(Math.max(at / of, 0), 1).toFixed(DIGITS));
  const boxes = [...extents].map(([source, { left, right, top, bottom }]) => {
    const [x, y] = [part(left, page.width), part(top, page.height)];
    const [width, height] = [part(right, page.width) - x, part(bottom, page.height) - y];
    return [source, { left: x, top: y, width: part(width, 1), height: part(height, 1) }] as const;
  });
  return Object.fromEntries(boxes);
}
