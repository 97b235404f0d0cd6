/**
 * For each row of a grid, the fields at which its columns begin. Two tables that touch each other have lines in different
 * places; in one grid each would be torn by the lines of the other. So a row whose lines are neither among those of the
 * rows above it, nor more of them, begins a new band with columns of its own.
 */
export function bandedColumns(cellAt: readonly (readonly number[])[]): number[][] {
  const bands: { starts: readonly number[]; rows: number }[] = [];
  for (const numbers of cellAt) {
    const starts = numbers.flatMap((number, column) =>
      column === 0 || numbers[column - 1] !== number ? [column] : [],
    );
    const band = bands.at(-1);
    if (band && isPartOf(starts, band.starts)) band.rows += 1;
    else if (band && isPartOf(band.starts, starts)) bands[bands.length - 1] = { starts, rows: band.rows + 1 };
    else bands.push({ starts, rows: 1 });
  }
  return bands.flatMap(({ starts, rows }) => Array.from({ length: rows }, () => [...starts]));
}

const isPartOf = (some: readonly number[], all: readonly number[]): boolean =>
  some.every((start) => all.includes(start));
