import { entryOf, gridEntryOf, indicatorOf, rowOf } from '../../../../../test/support/entry/sample-rows.js';
import { namedRows, onlyRows, openRows } from './open-rows.js';
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

describe('the rows with words in their name', () => {
  const named = [...rows, rowOf(4, indicatorOf('OA 系统故障率'))];

  it.each([
    ['填', ['已填', '未填']],
    [' oa ', ['OA 系统故障率']],
    ['没有这个', []],
  ])('%s', (words, found) => {
    expect([...namedRows(named, words)]).toEqual(found);
  });
});
