/** Where a cell stands in a grid: its row as shown, its column in the row. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * Where a key leads from a cell, as in a spreadsheet: up and down to the next row that takes anything, in the same column
 * or the nearest before it; left and right in reading order.
 * @param places those that can be typed into, in reading order
 */
export function nextPlace(places: readonly Place[], from: Place, direction: Direction): Place | null {
  if (direction === 'left') return places.findLast((place) => isBefore(place, from)) ?? null;
  if (direction === 'right') return places.find((place) => isBefore(from, place)) ?? null;
  const row =
    direction === 'down'
      ? places.find((place) => place.row > from.row)?.row
      : places.findLast((place) => place.row < from.row)?.row;
  const inRow = places.filter((place) => place.row === row);
  return inRow.findLast(({ column }) => column <= from.column) ?? inRow[0] ?? null;
}

const isBefore = (a: Place, b: Place): boolean => a.row < b.row || (a.row === b.row && a.column < b.column);
