import { importDocument } from '../../import-document.js';

const TITLE = '2032年度项目支出绩效目标表\n';
const HEAD = `${TITLE}项目名称\t绿化\n实施单位\t某县林场\n年度资金总额（万元）\t45\n`;
const HEADER = '一级指标\t二级指标\t三级指标\t指标值\t权重\n';
const FIRST = '产出指标\t数量指标\t植树\t≥850棵\t60\n满意度指标\t满意度\t林农满意度\t≥85%\t30\n';
const SECOND = '产出指标\t数量指标\t巡护\t≥50次\t60\n满意度指标\t满意度\t游客满意度\t≥90%\t30\n';

async function read(text: string) {
  const { sheets, doubts } = await importDocument(Buffer.from(text), 'file.txt');
  return {
    sheets: sheets.map(({ project, department, fiscalYear }) => [project, department, fiscalYear]),
    told: doubts
      .filter(({ code }) => /^(?:head-incomplete|sheet-suspected-missing|rows-suspected-missing)$/.test(code))
      .map(({ sheet, message }) => `${sheet} ${message.zh}`),
  };
}

describe('a sheet below another', () => {
  it('tells what it takes over from it', async () => {
    const found = await read(`${HEAD}${HEADER}${FIRST}\n项目名称\t护林\n年度资金总额（万元）\t30\n${HEADER}${SECOND}`);
    expect(found.sheets[1]).toEqual(['护林', '某县林场', 2032]);
    expect(found.told).toEqual([expect.stringMatching(/^1 .*部门（某县林场）、年度（2032）/)]);
  });

  it('tells that it has the year of another title', async () => {
    const second = `项目支出绩效目标表\n项目名称\t护林\n实施单位\t某县林场\n年度资金总额（万元）\t30\n${HEADER}${SECOND}`;
    const found = await read(`${HEAD}${HEADER}${FIRST}\n${second}`);
    expect(found.told).toEqual([expect.stringMatching(/^1 .*没有印年度（2032）/)]);
  });

  it('takes nothing over where it prints all', async () => {
    const second = `${TITLE}项目名称\t护林\n实施单位\t某县林场\n年度资金总额（万元）\t30\n${HEADER}${SECOND}`;
    expect((await read(`${HEAD}${HEADER}${FIRST}\n${second}`)).told).toEqual([]);
  });

  it('begins with its money where its name was forgotten', async () => {
    const found = await read(`${HEAD}${HEADER}${FIRST}\n年度资金总额（万元）\t30\n${HEADER}${SECOND}`);
    expect(found.sheets).toEqual([
      ['绿化', '某县林场', 2032],
      [null, '某县林场', 2032],
    ]);
    expect(found.told).toContainEqual(expect.stringMatching(/^1 .*未读到：项目名称/));
  });

  it.each([
    ['its levels and points begin anew', `${HEADER}${FIRST}\n${HEADER}${SECOND}`],
    ['they do so in one table', `${HEADER}${FIRST}${SECOND}`],
  ])('is suspected where %s', async (_, tables) => {
    const found = await read(HEAD + tables);
    expect(found.told).toEqual([expect.stringMatching(/到“巡护”处又从“产出指标”重新开始/)]);
  });

  it('is none where a level only comes back', async () => {
    const rows = '产出指标\t数量指标\t巡护\t≥50次\t10\n';
    expect((await read(HEAD + HEADER + FIRST.replace('60', '50') + rows)).told).toEqual([]);
  });

  it('without a header behind 附件 is told, and is no part of the first', async () => {
    const found = await read(`${HEAD}${HEADER}${FIRST}附件2\n${SECOND}`);
    expect(found.told).toEqual([expect.stringContaining('巡护'), expect.stringContaining('游客满意度')]);
  });

  it('goes on behind 附件 at the top of a page', async () => {
    const [first = '', second = ''] = FIRST.split('\n');
    expect((await read(`${HEAD}${HEADER}${first}\n附件2\n${second}\n`)).told).toEqual([]);
  });
});
