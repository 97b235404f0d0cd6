import ExcelJS from 'exceljs';
import { importDocument } from '../../import-document.js';

const HEAD = ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '计量单位', '分值', '评分标准'];
const ROWS = [
  ['产出指标', '数量指标', '种树', '≥', '40', '棵', '50', '按照完成比例'],
  ['', '', '移栽', '', '15', '', '40', ''],
];

function page(merged: boolean): Buffer {
  const head = HEAD.map((text) => `<td>${text}</td>`).join('');
  const [first = [], second = []] = ROWS;
  const isShared = (column: number) => merged && second[column] === '';
  const above = first.map((text, column) => `<td${isShared(column) ? ' rowspan="2"' : ''}>${text}</td>`).join('');
  const below = second.map((text, column) => (isShared(column) ? '' : `<td>${text}</td>`)).join('');
  return Buffer.from(
    `<html><p>项目支出绩效目标表（2032年度）</p><table><tr>${head}</tr><tr>${above}</tr><tr>${below}</tr></table></html>`,
  );
}

async function workbook(merged: boolean): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('目标');
  sheet.addRows([['项目支出绩效目标表（2032年度）'], HEAD, ...ROWS]);
  for (const column of merged ? ['A', 'B', 'D', 'F', 'H'] : []) sheet.mergeCells(`${column}3:${column}4`);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function second(bytes: Buffer, name: string) {
  const { sheets } = await importDocument(bytes, name);
  return sheets[0]?.indicators[1];
}

describe('a cell that is merged over several rows', () => {
  it.each([
    ['web page', page, 'file.html', 'T1R2C4'],
    ['workbook', workbook, 'file.xlsx', '目标!D3'],
  ])('of a %s holds for each of them, at the place where it is printed', async (_, make, name, place) => {
    expect(await second(await make(true), name)).toMatchObject({
      ...{ name: '移栽', level1: '产出指标', comparator: '>=', target: '15', unit: '棵', rule: 'proportional' },
      ...{ weight: '40', places: { comparator: place } },
    });
  });

  it.each([
    ['web page', page, 'file.html'],
    ['workbook', workbook, 'file.xlsx'],
  ])('of a %s says nothing below it where the cell is only blank', async (_, make, name) => {
    expect(await second(await make(false), name)).toMatchObject({ comparator: '=', unit: null, rule: null });
  });

  it('does not give its points twice', async () => {
    const html = `<table><tr><td>三级指标</td><td>指标值</td><td>分值</td></tr>
      <tr><td>种树</td><td>≥40棵</td><td rowspan="2">90</td></tr><tr><td>移栽</td><td>≥15棵</td></tr></table>`;
    const bytes = Buffer.from(`<html><p>项目支出绩效目标表</p>${html}</html>`);
    expect(await second(bytes, 'file.html')).toMatchObject({ name: '移栽', weight: null });
  });
});
