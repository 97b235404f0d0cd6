import type { Doubt } from '../sheet-draft.js';
import type { Box, RecognisedPage } from '../table-model.js';

export type PlaceInPicture = Pick<Doubt, 'page' | 'box'>;

/** Where these places of the document can be seen: the scanned page of the first, and what their rows cover of it. */
export function placeInPicture(
  pages: readonly RecognisedPage[],
  sources: readonly (string | null)[],
): PlaceInPicture | undefined {
  const places = sources.flatMap((source) => {
    const number = Number(/^p(\d+)\b/.exec(source ?? '')?.[1]);
    const page = pages.find((one) => one.page === number);
    return page ? [{ page, row: (source ?? '').replace(/C\d+$/, '') }] : [];
  });
  const [first] = places;
  if (!first) return undefined;
  const boxes = places.flatMap(({ page, row }) => (page === first.page ? (page.boxes?.[row] ?? []) : []));
  return { page: first.page.page, ...(boxes.length > 0 && { box: around(boxes) }) };
}

function around(boxes: readonly Box[]): Box {
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: side(left, right), height: side(top, bottom) };
}

/** Boxes have four digits; a difference of two would have more. */
const side = (from: number, to: number): number => Number((to - from).toFixed(4));
