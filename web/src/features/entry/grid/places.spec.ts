import fc from 'fast-check';
import { nextPlace, type Place } from './places.js';

// Row 1 is a ratio; row 2 is locked; in row 3 only the second cell can be typed into.
const PLACES: readonly Place[] = [
  { row: 0, column: 0 },
  { row: 1, column: 0 },
  { row: 1, column: 1 },
  { row: 3, column: 1 },
];
const at = (row: number, column: number): Place => ({ row, column });

describe('a key in the grid', () => {
  it.each([
    [at(0, 0), 'down', at(1, 0)],
    [at(1, 1), 'up', at(0, 0)],
    [at(1, 1), 'down', at(3, 1)],
    [at(1, 0), 'down', at(3, 1)],
    [at(3, 1), 'down', null],
    [at(0, 0), 'up', null],
    [at(1, 0), 'right', at(1, 1)],
    [at(1, 1), 'right', at(3, 1)],
    [at(1, 0), 'left', at(0, 0)],
    [at(3, 1), 'right', null],
  ] as const)('from %j %s leads to %j', (from, direction, to) => {
    expect(nextPlace(PLACES, from, direction)).toEqual(to);
  });

  it('skips no row that takes anything: down from the top passes every one of them', () => {
    const places = fc
      .uniqueArray(fc.record({ row: fc.nat(20), column: fc.nat(11) }), {
        selector: ({ row, column }) => `${row} ${column}`,
        minLength: 1,
      })
      .map((all) => all.sort((a, b) => a.row - b.row || a.column - b.column));
    fc.assert(
      fc.property(places, (all) => {
        const passed: number[] = [];
        for (let place: Place | null = all[0]!; place; place = nextPlace(all, place, 'down')) passed.push(place.row);
        expect(passed).toEqual([...new Set(all.map(({ row }) => row))]);
      }),
    );
  });
});
