import { entryOf, gridEntryOf, indicatorOf, rowOf } from '../../../../../test/support/entry/sample-rows.js';
import { onlyRows, openRows } from './open-rows.js';
import type { Grid } from './use-grid.js';

const MONTH = '2026-10';
const rows = [
  rowOf(0, indicatorOf('已填', { entries: [entryOf(MONTH, { value: '5' })] })),
  rowOf(1, indicatorOf('未填')),
  rowOf(2, indicatorOf('退回', { entries: [entryOf(MONTH, { value: '5', status: 'returned' })] })),
  rowOf(3, indicatorOf('关闭', { closedMonths: [MONTH] })),
];
const entryIn = (row: (typeof rows)[number]) => gridEntryOf(row, MONTH);
const grid: Grid = { sheets: [{ id: '甲表', rows }], rows, entryOf: entryIn, find: () => null };

describe('the rows that are still open', () => {
  const open = openRows(rows.map(entryIn), new Map());

  it('are those that are missing or came back; nothing can be done about a closed month', () => {
    expect([...open]).toEqual(['未填', '退回']);
    expect(entryIn(rows[3]!).lock).toBe('closed');
  });

  it('are numbered as they are shown, so that a pasted block fills what one sees', () => {
    expect(onlyRows(grid, open).rows.map(({ id, row }) => [id, row])).toEqual([
      ['未填', 0],
      ['退回', 1],
    ]);
    expect(onlyRows(grid, new Set()).sheets).toEqual([]);
  });
});
