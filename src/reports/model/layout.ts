import type { Band, Cell, Row } from './report-document.js';

/** A cell at its place in the grid of its band; rows and columns count from 0. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
}

/** All rows of a band, head first. */
export const rowsOf = ({ head, rows }: Band): readonly Row[] => [...head, ...rows];

/**
 * Finds the column of every cell.
 * @throws RangeError when the cells do not fill the grid exactly: a form with a hole in it is a fault of ours.
 */
export function placeCells(rows: readonly Row[], columns: number): PlacedCell[] {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  const placed = rows.flatMap((cells, row) =>
    cells.map((cell): PlacedCell => {
      const { across = 1, down = 1 } = cell;
      const column = taken[row]?.indexOf(false) ?? -1;
      for (let below = row; below < row + down; below += 1) {
        for (let beside = column; beside < column + across; beside += 1) {
          const line = taken[below];
          if (line?.[beside] !== false) throw new RangeError(`“${cell.text}” in row ${row} does not fit`);
          line[beside] = true;
        }
      }
      return { cell, row, column, across, down };
    }),
  );
  const hole = taken.findIndex((line) => line.includes(false));
  if (hole >= 0) throw new RangeError(`row ${hole} is not filled`);
  return placed;
}
