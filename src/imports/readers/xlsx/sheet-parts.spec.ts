import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import exceljs from 'exceljs';
import { readDocument } from '../index.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook, and parts that the library does not write. */
async function read(
  fill: (sheet: exceljs.Worksheet) => void,
  parts: Readonly<Record<string, string>> = {},
  change = (xml: string) => xml,
) {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('表');
  fill(sheet);
  const files = unzipSync(Buffer.from(await book.xlsx.writeBuffer()));
  const place = 'xl/worksheets/sheet1.xml';
  const added = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  const changed = strToU8(change(strFromU8(files[place] ?? new Uint8Array())));
  const bytes = Buffer.from(zipSync({ ...files, [place]: changed, ...Object.fromEntries(added) }));
  const { blocks, unseen } = await readDocument(bytes, 'file.xlsx');
  const shown = blocks.slice(1).map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text).join('|')) : block.text)); // prettier-ignore
  return { shown, unseen: unseen.map(({ kind, text, source }) => `${kind} ${text} ${source}`) };
}
const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="r1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
const drawn = (inside: string, to = { row: 30, column: 9 }) => ({
  'xl/worksheets/_rels/sheet1.xml.rels': relation('drawing', '../drawings/drawing1.xml'),
  'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:c="c"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:to><xdr:col>${to.column}</xdr:col><xdr:row>${to.row}</xdr:row></xdr:to>${inside}</xdr:twoCellAnchor></xdr:wsDr>`,
});

describe('what a worksheet shows', () => {
  it('stands on paper within its print area only: the other rows are told', async () => {
    const { shown, unseen } = await read((sheet) => {
      sheet.addRows([['植树'], ['种草'], ['试算', '90']]);
      sheet.pageSetup.printArea = 'A1:B2';
    });
    expect([shown, unseen]).toEqual([[['植树', '种草', '试算|90']], ['unprinted 试算、90 表!3:3']]);
  });

  it('is no white or tiny text, and nothing whose format shows nothing', async () => {
    const { shown, unseen } = await read((sheet) => {
      sheet.addRow(['植树', '≥30', '40', 50]);
      sheet.getCell('B1').font = { color: { argb: 'FFFFFFFF' } };
      sheet.getCell('C1').font = { size: 1 };
      sheet.getCell('D1').numFmt = ';;;';
    });
    expect([shown, unseen]).toEqual([[['植树|||']], ['hidden-text ≥30 | 40 | 50 表!B1']]);
  });

  it('is white text on a dark ground, and exponents', async () => {
    const { shown, unseen } = await read((sheet) => {
      sheet.addRow(['指标', '']);
      sheet.getCell('A1').font = { color: { argb: 'FFFFFFFF' } };
      sheet.getCell('A1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } };
      sheet.getCell('B1').value = { richText: [{ text: '10' }, { text: '4', font: { vertAlign: 'superscript' } }] };
    });
    expect([shown, unseen]).toEqual([[['指标|10⁴']], []]);
  });

  it('is not told by a formula without a result, but by one that gives a blank', async () => {
    const { shown, unseen } = await read(
      (sheet) => sheet.addRow(['植树', { formula: 'B2*2' }, { formula: 'IF(1,"")' }]),
      {},
      (xml) => xml.replace('<c r="C1">', '<c r="C1" t="str">'),
    );
    expect([shown, unseen]).toEqual([[['植树|#CALC!|']], ['uncomputed =B2*2 表!B1']]);
  });

  it('is a date that is written as a text', async () => {
    const { shown } = await read(
      (sheet) => sheet.addRow(['植树', 1]),
      {},
      (xml) => xml.replace('<c r="B1"><v>1</v>', '<c r="B1" t="d"><v>2031-06-30T00:00:00</v>'),
    );
    expect(shown).toEqual([['植树|2031-06-30']]);
  });

  it('is a head and a foot of the printed page', async () => {
    const { shown } = await read((sheet) => {
      sheet.addRow(['植树', '30']);
      sheet.headerFooter.oddHeader = '&L部门：园林局&C&"宋体"&14绩效表';
      sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
    });
    expect(shown).toEqual(['部门：园林局', '绩效表', ['植树|30']]);
  });

  it('is a note on a cell, a text box, a picture of any size and a chart, each told', async () => {
    const fill = (sheet: exceljs.Worksheet) => {
      sheet.addRow(['植树', '30']);
      sheet.getCell('B1').note = '应为40';
    };
    expect((await read(fill)).unseen).toEqual(['comment 应为40 表!B1']);
    const plain = (sheet: exceljs.Worksheet) => void sheet.addRow(['植树', '30']);
    const box = '<xdr:sp><xdr:txBody><a:p><a:r><a:t>≥30</a:t></a:r></a:p></xdr:txBody></xdr:sp>';
    expect((await read(plain, drawn(box))).unseen).toEqual(['text-box ≥30 表!B3']);
    expect((await read(plain, drawn('<xdr:pic/>', { row: 3, column: 2 }))).unseen).toEqual(['picture 图片 表!B3']);
    expect((await read(plain, drawn('<xdr:graphicFrame><c:chart/></xdr:graphicFrame>'))).unseen).toEqual(['embedded 图表 表!B3']); // prettier-ignore
  });
});
