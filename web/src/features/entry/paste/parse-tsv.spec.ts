import fc from 'fast-check';
import { parseTsv } from './parse-tsv.js';

/** As spreadsheet programs copy a block. */
const copied = (rows: readonly (readonly string[])[], lineEnd: string): string =>
  rows
    .map((row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join(lineEnd);

describe('a pasted block', () => {
  it('has a cell with a line break as one cell', () => {
    expect(parseTsv('"4\n(含夜巡)"\n19\t20\n100')).toEqual([['4\n(含夜巡)'], ['19', '20'], ['100']]);
  });

  it.each([
    ['12', [['12']]],
    ['12\n', [['12']]],
    ['12\r\n13\r\n', [['12'], ['13']]],
    ['1\t2\t', [['1', '2', '']]],
    ['1\n\n3', [['1'], [''], ['3']]],
    ['12"', [['12"']]],
    ['"so" said\t1', [['"so" said', '1']]],
    ['"ends nowhere\t1', [['"ends nowhere', '1']]],
    ['""', [['']]],
    ['', [['']]],
  ])('%j is %j', (text, rows) => {
    expect(parseTsv(text)).toEqual(rows);
  });

  it('comes back as it was copied', () => {
    const cell = fc.string({ unit: fc.constantFrom('1', '中', '"', '\t', '\n', '\r', ',', ' ') });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (block, lineEnd) => {
        expect(parseTsv(copied(block, lineEnd) + lineEnd)).toEqual(block);
      }),
    );
  });

  it('of ten thousand rows is read in one go', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [String(row), 'x'.repeat(20), '"'.repeat(5)]);
    expect(parseTsv(copied(rows, '\n'))).toEqual(rows);
  });
});
