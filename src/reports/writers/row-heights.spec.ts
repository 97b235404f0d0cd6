import { text } from '../model/cells.js';
import { placeCells } from '../model/layout.js';
import { textWidth } from '../model/text-width.js';
import { heightsOf } from './row-heights.js';

const heights = (rows: Parameters<typeof placeCells>[0], widths: readonly number[]) =>
  heightsOf(placeCells(rows, widths.length), rows.length, widths);

describe('the height of rows', () => {
  it('takes a Chinese character for two letters', () => {
    expect(textWidth('龘靐㐂 a1，')).toBe(6 + 1 + 2 + 2);
  });

  it('grows with the lines of its longest cell', () => {
    const [short = 0, long = 0] = heights([[text('短')], [text('很长的说明'.repeat(20))]], [20]);
    expect(long / short).toBeGreaterThan(7);
  });

  it('gives a cell over several rows what they lack, in the last of them', () => {
    const tall = text('说明\n'.repeat(9), { down: 2 });
    const [first = 0, second = 0] = heights([[tall, text('a')], [text('b')]], [10, 10]);
    expect(second).toBeGreaterThan(3 * first);
  });

  it('needs less where the cell is wider', () => {
    const words = '完成情况'.repeat(10);
    const [wide = 0] = heights([[text(words, { across: 2 })]], [20, 20]);
    const [narrow = 0] = heights([[text(words), text('')]], [20, 20]);
    expect(wide).toBeLessThan(narrow);
  });
});
