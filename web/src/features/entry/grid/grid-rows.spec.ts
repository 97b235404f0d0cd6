import fc from 'fast-check';
import type { IndicatorMonths } from '../../../api/types.js';
import { gridSheets } from './grid-rows.js';

const indicator = (id: string, sheet: string, measureId: string | null = null) =>
  ({ id, measureId, sheet: { id: sheet }, entries: [] }) as unknown as IndicatorMonths;

describe('the rows of the grid', () => {
  it('are numbered as they are shown, also where the sheets came mixed', () => {
    const list = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 30 });
    fc.assert(
      fc.property(list, (sheets) => {
        const shown = gridSheets(sheets.map((sheet, index) => indicator(String(index), sheet)));
        const rows = shown.flatMap((sheet) => sheet.rows);
        expect(rows.map(({ row }) => row)).toEqual(sheets.map((_, index) => index));
        for (const { id, rows: own } of shown) {
          const ids = own.map((row) => Number(row.id));
          expect(ids).toEqual([...ids].sort((a, b) => a - b));
          expect(own.every(({ indicators: [first] }) => first.sheet.id === id)).toBe(true);
        }
      }),
    );
  });

  it('are one for all that a shared measure feeds', () => {
    const rows = gridSheets([indicator('1', '甲', '共用'), indicator('2', '甲'), indicator('3', '乙', '共用')]);
    expect(rows.flatMap((sheet) => sheet.rows.map(({ id, indicators }) => [id, indicators.length]))).toEqual([
      ['共用', 2],
      ['2', 1],
    ]);
  });
});
