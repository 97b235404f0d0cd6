import exceljs, { type CellValue } from 'exceljs';
import { cellContent } from './cell-content.js';
import type { CellKind } from './columns.js';

function read(value: unknown, kind: CellKind, numFmt?: string): ReturnType<typeof cellContent> {
  const cell = new exceljs.Workbook().addWorksheet('填报').getCell('G7');
  cell.value = value as CellValue;
  if (numFmt) cell.numFmt = numFmt;
  return cellContent(cell, kind, '填报!G7');
}

describe('a cell of the template', () => {
  it.each<[unknown, CellKind, unknown]>([
    [12.5, 'number', '12.5'],
    [0, 'number', '0'],
    [0.1 + 0.2, 'number', '0.3'],
    [' 1200 ', 'number', '1200'],
    [null, 'number', null],
    ['  ', 'text', null],
    ['顺利 🎉', 'text', '顺利 🎉'],
    [new Date('2026-09-30T00:00:00Z'), 'date', '2026-09-30'],
    ['2026-09-30', 'date', '2026-09-30'],
    ['部分达成', 'grade', 'partial'],
    ['Partial', 'grade', 'partial'],
    ['是', 'yes', true],
    ['no', 'yes', null],
  ])('%j as %s is %j', (value, kind, expected) => {
    expect(read(value, kind)).toEqual({ value: expected });
  });

  it.each<[string, unknown, CellKind, string, string]>([
    ['an error of the spreadsheet', { error: '#DIV/0!' }, 'number', 'cell-error', '#DIV/0!'],
    ['an error in a text', { error: '#N/A' }, 'text', 'cell-error', '#N/A'],
    ['a formula, whatever result is kept with it', { formula: '1+1', result: 2 }, 'number', 'cell-formula', '公式'],
    ['a formula with an error', { formula: '1/0', result: { error: '#DIV/0!' } }, 'number', 'cell-formula', '公式'],
    ['a day where a number belongs', new Date('2026-10-01'), 'number', 'cell-date', '日期'],
    ['a day where words belong', new Date('2026-10-01'), 'text', 'cell-date', '日期'],
    ['a comma for the point', '1,5', 'number', 'number-invalid', '“1,5”'],
    ['a number with its unit', '12人', 'number', 'number-invalid', '“12人”'],
    ['half of no emoji', '🎉'.repeat(60), 'number', 'number-invalid', `“${'🎉'.repeat(40)}”`],
    ['a number out of all bounds', 1e300, 'number', 'number-invalid', '1e+300'],
    ['a truth', true, 'number', 'number-invalid', 'true'],
    ['no day', '9月底', 'date', 'date-invalid', '2026-09-30'],
    ['30 February', '2026-02-30', 'date', 'date-invalid', '2026-02-30'],
    ['too many words', '字'.repeat(2001), 'text', 'text-too-long', '2000'],
    ['no grade', '优秀', 'grade', 'grade-invalid', '优秀'],
    ['neither yes nor no', '或许', 'yes', 'yes-invalid', '或许'],
  ])('with %s says so at its place', (_, value, kind, code, words) => {
    const { problem } = read(value, kind);
    expect(problem).toMatchObject({ code, pointer: '填报!G7' });
    expect(problem!.message.zh).toContain(words);
    expect(problem!.message.en).toMatch(/^填报!G7 .+\.$/);
  });

  it('with a percent format is refused: 95 % and 0.95 look alike', () => {
    expect(read(0.95, 'number', '0%').problem).toMatchObject({ code: 'cell-percent' });
  });
});
