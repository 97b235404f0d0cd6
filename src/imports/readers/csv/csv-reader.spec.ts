import exceljs from 'exceljs';
import { importDocument } from '../../import-document.js';
import type { ImportError } from '../../import-error.js';
import type { Block } from '../../table-model.js';
import { readDocument } from '../index.js';

const ROWS = [
  ['2031年项目支出绩效目标表', '', '', '', ''],
  ['项目名称', '河道清理, 二期', '', '项目编码', '0012'],
  ['一级指标', '二级指标', '三级指标', '指标值', '分值'],
  ['产出指标', '数量指标', '清理"三无"\n河段', '≥12公里', '60'],
  ['', '质量指标', '验收合格率', '=95%', '40'],
];
const quoted = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (separator = ',', rows = ROWS) => rows.map((row) => row.map(quoted).join(separator)).join('\r\n');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** Without the blanks at the end of a row. */
const SEEN = ROWS.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
const textsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : []));
const read = async (content: string | Buffer) => {
  const { blocks, format } = await readDocument(Buffer.from(content), 'file.txt');
  return { format, blocks, rows: textsOf(blocks) };
};

describe('a table saved as CSV', () => {
  it.each([
    ['commas', csv()],
    ['semicolons', csv(';')],
    ['tabs, with quoted cells', csv('\t')],
    ['a first line that tells the separator', `sep=;\r\n${csv(';')}`],
    ['a byte order mark', `\uFEFF${csv()}`],
    ['UTF-16 little-endian', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(csv('\t'))])],
    ['UTF-16 without a mark', utf16(csv())],
    ['UTF-16 big-endian without a mark', utf16(csv()).swap16()],
    ['line ends of two systems', csv().replace('\r\n', '\n').replace('\r\n', '\r')],
    ['the zeros kept by a formula', csv().replace('0012', '="0012"')],
    ['the zeros kept by a quoted formula', csv().replace('0012', '"=""0012"""')],
  ])('with %s gives its cells', async (_, content) => {
    expect(await read(content)).toMatchObject({ format: 'csv', rows: SEEN });
  });

  it('in GBK gives its cells', async () => {
    // 名称,数量 / 甲,,1 / 乙,,2
    const bytes = Buffer.from('c3fbb3c62cc1bf2ccafd0abcd72c2c310ad2d22c2c32', 'hex');
    expect((await read(bytes)).rows).toEqual([
      ['名称', '量', '数'],
      ['甲', '', '1'],
      ['乙', '', '2'],
    ]);
  });

  it('names row and column of each cell, blank rows counted, which end a table', async () => {
    const { blocks } = await read(csv(',', [...ROWS, ['', '', ''], ['科目', '名称', '金额']]));
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).toMatchObject({ rows: { 3: { 2: { text: '清理"三无"\n河段', source: 'C4' } } } });
    expect(blocks[1]).toMatchObject({ rows: [{ 2: { text: '金额', source: 'C7' } }] });
  });

  it('may have rows of different lengths', async () => {
    expect((await read(csv(',', SEEN))).rows).toEqual(SEEN);
  });

  it('gives the same draft as the workbook', async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('表').addRows(ROWS);
    const [saved, workbook] = [Buffer.from(csv()), Buffer.from(await book.xlsx.writeBuffer())];
    const drafts = await Promise.all([saved, workbook].map((bytes) => importDocument(bytes, 'file')));
    const [fromCsv, fromWorkbook] = drafts.map(({ document, sheets, doubts }) =>
      JSON.stringify([document.title, sheets, doubts]).replaceAll('表!', ''),
    );
    expect(drafts[0]?.sheets[0]?.indicators).toHaveLength(2);
    expect(fromCsv).toBe(fromWorkbook);
  });

  it.each([
    ['a quote that is never closed', csv().replace('一级指标', '"一级指标'), 3],
    ['text after a closing quote', csv().replace('验收合格率', '"验收"合格率'), 5],
  ])('with %s is refused, with its row', async (_, content, row) => {
    const error = await read(content).catch((reason: unknown) => reason as ImportError);
    expect(error).toMatchObject({ code: 'document-unreadable', place: `A${row}` });
    expect((error as ImportError).messages.zh).toContain(`第 ${row} 行`);
  });
});

describe('text that is no CSV', () => {
  it.each([
    [
      'sentences with commas',
      '本年度,我单位完成了建设,效果良好。\n下一步,将加强管理,提高效率。\n特此说明,请审阅,谢谢。',
    ],
    ['amounts', '收入 1,234.50\n支出 2,345.60\n结余 1,000.00'],
    ['tabs without quotes', '一级指标\t三级指标\t指标值\n产出,质量,时效\t办班,开会,下乡\t≥6次,人,天'],
    ['a word in quotes after a tab', '指标\t值\n"三公"经费\t≤5万元\n会议费\t≤1万元'],
    ['upright strokes', '| 指标 | 值 |\n| 甲,乙,丙 | 1,2,3 |\n| 丁,戊,己 | 4,5,6 |'],
    ['English', 'We met, we talked, and we left.\nThe plan, the budget, and the report are done.'],
  ])('%s', async (_, content) => {
    expect((await read(content)).format).toBe('text');
  });
});
