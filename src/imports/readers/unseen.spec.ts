import { Document, type IRunOptions, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import exceljs from 'exceljs';
import type { Block } from '../table-model.js';
import { readDocument } from './index.js';

const textsOf = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text));

async function workbook(change: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void) {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRows([
    ['事项', '旧值', '新值'],
    ['植树', '90棵', '300棵'],
    ['除草', '2次', '4次'],
  ]);
  change(sheet, book);
  const { blocks, unseen } = await readDocument(Buffer.from(await book.xlsx.writeBuffer()), 'file.xlsx');
  return { rows: textsOf(blocks).slice(1), unseen };
}

describe('what nobody sees in a workbook', () => {
  it('is a hidden column, told once with its place', async () => {
    const { rows, unseen } = await workbook((sheet) => {
      sheet.getColumn(2).hidden = true;
    });
    expect(rows).toEqual([
      [
        ['事项', '新值'],
        ['植树', '300棵'],
        ['除草', '4次'],
      ],
    ]);
    expect(unseen).toEqual([{ kind: 'hidden-columns', text: '旧值、90棵、2次', source: '表!B:B' }]);
  });

  it('is hidden rows; the table goes on behind them', async () => {
    const { rows, unseen } = await workbook((sheet) => {
      sheet.getRow(2).hidden = true;
    });
    expect(rows).toEqual([
      [
        ['事项', '旧值', '新值'],
        ['除草', '2次', '4次'],
      ],
    ]);
    expect(unseen).toMatchObject([{ kind: 'hidden-rows', source: '表!2:2' }]);
  });

  it('is a hidden worksheet', async () => {
    const { rows, unseen } = await workbook((_, book) => {
      book.addWorksheet('底稿', { state: 'hidden' }).addRow(['草稿', '≥1次']);
      book.addWorksheet('空', { state: 'hidden' });
    });
    expect(rows).toHaveLength(1);
    expect(unseen).toEqual([{ kind: 'hidden-sheet', text: '草稿、≥1次', source: '底稿!' }]);
  });

  it('shows a merged cell whose first column is hidden', async () => {
    const { rows } = await workbook((sheet) => {
      sheet.getColumn(1).hidden = true;
      sheet.mergeCells('A2:B2');
    });
    expect(rows).toEqual([
      [
        ['旧值', '新值'],
        ['植树', '300棵'],
        ['2次', '4次'],
      ],
    ]);
  });

  it('is what was struck out, a cell or a part of it', async () => {
    const { rows, unseen } = await workbook((sheet) => {
      sheet.getCell('B2').font = { strike: true };
      sheet.getCell('C3').value = { richText: [{ text: '4次', font: { strike: true } }, { text: '6次' }] };
    });
    expect(rows).toEqual([
      [
        ['事项', '旧值', '新值'],
        ['植树', '', '300棵'],
        ['除草', '2次', '6次'],
      ],
    ]);
    expect(unseen.map(({ kind, text, source }) => [kind, text, source])).toEqual([
      ['struck-out', '90棵', '表!B2'],
      ['struck-out', '4次', '表!C3'],
    ]);
  });
});

describe('what nobody sees in a Word document', () => {
  const cell = (...children: (Paragraph | Table)[]) => new TableCell({ children });
  const run = (text: string, marks: IRunOptions = {}) => new TextRun({ ...marks, text });
  const words = (...runs: (string | TextRun)[]) =>
    new Paragraph({ children: runs.map((part) => (typeof part === 'string' ? run(part) : part)) });
  const read = async (...children: (Paragraph | Table)[]) =>
    readDocument(Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] }))), 'file.docx');

  it('is struck out or hidden', async () => {
    const row = new TableRow({
      children: [cell(words('植树')), cell(words(run('90棵', { strike: true }), '300棵', run('暗', { vanish: true })))],
    });
    const { blocks, unseen } = await read(
      words(run('旧标题', { doubleStrike: true }), '新标题'),
      new Table({ rows: [row] }),
    );
    expect(textsOf(blocks)).toEqual(['新标题', [['植树', '300棵']]]);
    expect(unseen).toEqual([
      { kind: 'struck-out', text: '旧标题', source: '¶1' },
      { kind: 'struck-out', text: '90棵', source: 'T1R1' },
      { kind: 'hidden-text', text: '暗', source: 'T1R1' },
    ]);
  });

  it('reads a form that stands in the cell of another table after what stands before it', async () => {
    const form = new Table({ rows: [new TableRow({ children: [cell(words('指标')), cell(words('值'))] })] });
    const outer = new TableRow({ children: [cell(words('绩效表'), words('（2031年）'), form, words('盖章'))] });
    const { blocks } = await read(new Table({ rows: [outer] }));
    expect(textsOf(blocks)).toEqual(['绩效表', '（2031年）', [['指标', '值']], [['盖章']]]);
  });
});

it('on a web page is hidden, deleted or struck out', async () => {
  const html =
    '<html><body><p>甲<s>乙</s></p><table><tr><td>一<del>二</del></td><td style="display:none">三</td></tr><tr hidden><td>四</td></tr></table>';
  const { blocks, unseen } = await readDocument(Buffer.from(html), 'file.html');
  expect(textsOf(blocks)).toEqual(['甲', [['一']]]);
  expect(unseen.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'struck-out 乙',
    'struck-out 二',
    'hidden-text 三',
    'hidden-rows 四',
  ]);
});

describe('a page without text among pages of text', () => {
  const objectsOf = (second: string): string[] => [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>',
    '<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F 6 0 R >> >> >>',
    '<< /Type /Page /Parent 2 0 R /Contents 7 0 R /Resources << /XObject << /I 8 0 R >> >> >>',
    streamOf('BT /F 12 Tf 72 700 Td (Targets 2026) Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    streamOf('q 595 0 0 842 0 0 cm /I Do Q'),
    second,
  ];
  const streamOf = (content: string, dictionary = ''): string =>
    `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const pdf = (objects: readonly string[]): Buffer => {
    const bodies = objects.map((body, place) => `${place + 1} 0 obj\n${body}\nendobj\n`);
    return Buffer.from(`%PDF-1.4\n${bodies.join('')}trailer\n<< /Size 9 /Root 1 0 R >>\n%%EOF\n`, 'latin1');
  };
  const picture = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';

  it('is told where it holds a picture, as it may be a scan', async () => {
    const { unseen } = await readDocument(pdf(objectsOf(streamOf('\x80', picture))), 'mixed.pdf');
    expect(unseen).toEqual([{ kind: 'pictured-page', text: '', source: 'P2' }]);
  });

  it('is blank where the document has no picture at all', async () => {
    const { unseen } = await readDocument(pdf(objectsOf(streamOf(''))), 'blank.pdf');
    expect(unseen).toEqual([]);
  });
});
