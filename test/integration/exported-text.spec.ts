import exceljs from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { templateWorkbook } from '../../src/progress/template/template-writer.js';
import type { IndicatorYear } from '../../src/progress/entries/indicator-months.repository.js';
import { label, mark, number, text } from '../../src/reports/model/cells.js';
import { writeXlsx } from '../../src/reports/writers/xlsx-writer.js';

/** What a spreadsheet program takes for a formula, followed by anything that XML can hold. */
const dangerous = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\n=', ' =', '＝', '|', '=cmd|'), fc.string({ unit: 'grapheme' }))
  .map(([start, rest]) => `${start}${rest}`.replace(/[^\t\n\P{C}]/gu, ''))
  .filter((words) => words.trim() !== '');

const report = (words: string) =>
  writeXlsx({
    language: 'zh',
    title: words,
    subtitle: words,
    orientation: 'landscape',
    watermark: null,
    parts: [
      {
        name: '表',
        columns: [1, 1, 1, 1],
        bands: [
          { head: [[label(words, { across: 4 })]], rows: [[text(words), number(words), mark(words), label(words)]] },
        ],
      },
    ],
    notes: [words],
    signatures: [words],
    issue: 'v1',
    issuedAt: new Date('2026-11-24T02:00:00Z'),
  });

const entry = (words: string) =>
  ({ month: '2026-10', version: 1, value: null, notApplicable: true, notApplicableReason: words }) as const;

const template = (words: string) =>
  templateWorkbook(
    '2026-10',
    [
      {
        id: words,
        isMeasure: false,
        version: 1,
        printed: { sheet: both(words), indicator: both(words), target: both(words) },
        before: both(words),
        indicators: [
          {
            comparator: '>=',
            aggregation: 'sum',
            entries: [{ ...entry(words), deviationReason: words, correctiveMeasure: words, note: words }],
          } as unknown as IndicatorYear,
        ],
      },
    ],
    'zh',
  );

const both = (words: string) => ({ zh: words, en: words });

describe.each([
  ['a report', report, 7],
  ['the template of a month', template, 8],
])('%s as a workbook', (_, write, least) => {
  it('has no formula in it, whatever people have written: it is text, and stays so when the cell is edited', async () => {
    await fc.assert(
      fc.asyncProperty(dangerous, async (words) => {
        const bytes = new Uint8Array(await write(words));
        for (const [name, content] of Object.entries(unzipSync(bytes)))
          if (name.startsWith('xl/worksheets/')) expect(strFromU8(content)).not.toMatch(/<f[\s>]/);
        const workbook = new exceljs.Workbook();
        await workbook.xlsx.load(bytes.buffer);
        const found: exceljs.Cell[] = [];
        workbook.worksheets[0]!.eachRow((row) => {
          row.eachCell((cell) => {
            if (cell.value === words && !(cell.isMerged && cell.master !== cell)) found.push(cell);
          });
        });
        expect(found.length).toBeGreaterThanOrEqual(least);
        expect(found.map(({ numFmt }) => numFmt)).toEqual(found.map(() => '@'));
      }),
      { numRuns: 50 },
    );
  }, 600_000);
});
