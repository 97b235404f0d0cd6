import { importDocument } from '../../import-document.js';

const HEAD = '项目支出绩效目标表\n（2032年度）\n项目名称\t河道清淤\n三级指标\t指标性质\t指标值\t计量单位\t权重\n';

/** The indicator of a row `sign|value|unit`, with the codes of what is doubtful about it. */
async function read(row: string) {
  const [sign = '', value = '', unit = ''] = row.split('|');
  const text = `${HEAD}清淤\t${sign}\t${value}\t${unit}\t50\n巡河\t≥\t9\t次\t50\n`;
  const { sheets, doubts } = await importDocument(Buffer.from(text), 'file.txt');
  const codes = doubts.filter(({ indicator, code }) => indicator === 0 && code !== 'aggregation-assumed');
  const [first] = sheets[0]?.indicators ?? [];
  return { read: `${first?.comparator} ${first?.target} ${first?.unit}`, codes: codes.map(({ code }) => code) };
}

describe('sign, value and unit in columns of their own', () => {
  it.each([
    ['≥|8|次', '>= 8 次', []],
    ['≥|≥8|次', '>= 8 次', []],
    ['≥|8；|次', '>= 8 次', []],
    ['≥|3万|元', '>= 3 万元', []],
    ['|1200以上|份', '>= 1200 份', ['number-approximate']],
    ['|1200以下|份', '<= 1200 份', ['number-approximate']],
    ['|9封顶|场', '<= 9 场', ['number-approximate']],
    ['|10次以下|', '<= 10 次', ['number-approximate']],
    ['|9场起|', '>= 9 场', ['number-approximate']],
    ['≤|3|起', '<= 3 起', []],
    ['≥|95%|％', '>= 95 %', []],
  ])('%s is %s', async (row, expected, codes) => {
    expect(await read(row)).toEqual({ read: expected, codes });
  });

  it.each([
    ...['≤|≥8|次', '=|≥8|次', '≥|3次|场', '≥|20%|户'],
    ...['|24小时响应|', '|30天办结|', '|9场未定|', '|6月起|', '|1200+|份', '|≥9场 ↑|'],
    ...['|≥9场①|', '|9①场|', '|1200①|份', '|9场²|', '|10⁴人次|', '|≥9场†|'],
  ])('%s is for a person to say', async (row) => {
    expect(await read(row)).toEqual({ read: 'null null null', codes: ['target-unparsed'] });
  });
});

describe('a raised digit behind a number', () => {
  it.each([
    ['10<sup>4</sup>人次', null],
    ['95<sup>①</sup>%', null],
    ['≥60m<sup>2</sup>', '60'],
  ])('%s is not taken for one of its digits', async (target, expected) => {
    const rows = `<tr><td>三级指标</td><td>指标值</td><td>权重</td></tr><tr><td>清淤</td><td>${target}</td><td>100</td></tr>`;
    const page = `<html><p>项目支出绩效目标表</p><table>${rows}</table></html>`;
    const { sheets } = await importDocument(Buffer.from(page), 'file.html');
    expect(sheets[0]?.indicators[0]?.target).toBe(expected);
  });
});
