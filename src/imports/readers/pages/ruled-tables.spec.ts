import { ruledTables } from './ruled-tables.js';

const across = (at: number, from: number, to: number) => ({ at, from, to });

describe('tables between lines', () => {
  it('runs two fields together where no line is drawn between them', () => {
    const horizontal = [across(0, 0, 200), across(20, 100, 200), across(40, 0, 200)];
    const vertical = [across(0, 0, 40), across(100, 0, 40), across(200, 0, 40)];
    expect(ruledTables({ horizontal, vertical })[0]?.cellAt).toEqual([
      [0, 1],
      [0, 3],
    ]);
  });

  it('keeps the columns of a row apart although lines of the merged cells above it are missing', () => {
    // The second row has no line on its left and none between its first two columns, nor below them.
    const horizontal = [across(0, 0, 300), across(20, 0, 300), across(40, 200, 300), across(60, 0, 300)];
    const vertical = [0, 100].flatMap((x) => [across(x, 0, 20), across(x, 40, 60)]);
    const whole = [across(200, 0, 60), across(300, 0, 60)];
    expect(ruledTables({ horizontal, vertical: [...vertical, ...whole] })[0]?.cellAt).toEqual([
      [0, 1, 2],
      [3, 3, 5],
      [6, 7, 8],
    ]);
  });
});
