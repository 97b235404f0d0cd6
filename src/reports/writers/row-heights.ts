import type { PlacedCell } from '../model/layout.js';
import { lineCount } from '../model/text-width.js';

/** What Excel allows at most. */
export const MAX_HEIGHT = 409;
const LINE_HEIGHT = 13.5;
const PADDING = 5;
/** Letters that cannot be used: the margins of a cell, and words that do not fill their line. */
const LOST_LETTERS = 1.5;

/**
 * Heights of rows in points, such that no text is cut: Excel does not adjust the height of merged cells by itself.
 * @param widths of the columns, in letters
 */
export function heightsOf(cells: readonly PlacedCell[], rows: number, widths: readonly number[]): number[] {
  const heights = new Array<number>(rows).fill(LINE_HEIGHT + PADDING);
  const byDepth = [...cells].sort((a, b) => a.down - b.down);
  for (const { cell, row, column, across, down } of byDepth) {
    const width = widths.slice(column, column + across).reduce((sum, letters) => sum + letters, 0) - LOST_LETTERS;
    const needed = lineCount(cell.text, width) * LINE_HEIGHT + PADDING;
    const there = heights.slice(row, row + down).reduce((sum, height) => sum + height, 0);
    const last = row + down - 1;
    if (needed > there) heights[last] = (heights[last] ?? 0) + needed - there;
  }
  return heights;
}
