import { label, mark, number, text, withMergedGroups } from './cells.js';
import { placeCells } from './layout.js';

describe('the cells of a form', () => {
  it('find their columns beside what spans down from above', () => {
    const rows = [
      [label('资金', { down: 2 }), label('年初', { across: 2 })],
      [number('1'), number('2')],
    ];
    const places = placeCells(rows, 3).map(({ cell, row, column }) => [cell.text, row, column]);
    expect(places).toEqual([
      ['资金', 0, 0],
      ['年初', 0, 1],
      ['1', 1, 1],
      ['2', 1, 2],
    ]);
  });

  it.each([
    ['too few cells', [[text('a')]]],
    ['too many cells', [[text('a'), text('b'), text('c')]]],
    ['a cell that reaches beyond the last column', [[text('a'), text('b', { across: 2 })]]],
    ['a cell that reaches below the last row', [[text('a', { down: 2 }), text('b')]]],
    ['two cells on one place', [[text('a'), text('b', { down: 2 })], [text('c', { across: 2 })]]],
  ])('%s is a fault of ours, and said so', (_, rows) => {
    expect(() => placeCells(rows, 2)).toThrow(RangeError);
  });

  it('print the words of a group once, merged over its rows; the same word in another group starts anew', () => {
    const row = (...groups: string[]) => ({ groups, cells: [text('x')] });
    const merged = withMergedGroups([
      row('产出', '数量'),
      row('产出', '数量'),
      row('效益', '数量'),
      row('产出', '质量'),
    ]);
    expect(merged).toEqual([
      [mark('产出', { down: 2 }), mark('数量', { down: 2 }), text('x')],
      [text('x')],
      [mark('效益'), mark('数量'), text('x')],
      [mark('产出'), mark('质量'), text('x')],
    ]);
    expect(() => placeCells(merged, 3)).not.toThrow();
  });
});
