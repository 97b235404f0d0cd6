import { importDocument } from './import-document.js';

const TITLE = '2031年度项目支出绩效目标表\n项目名称\t河道清淤\n主管部门\t某县水利站\n';
const read = (text: string) => importDocument(Buffer.from(text), 'file.txt');
const about = async (text: string, code: string) =>
  (await read(text)).doubts.filter((doubt) => doubt.code === code).map(({ source, message }) => [source, message.zh]);

describe('what a table prints twice, of another year or without a header', () => {
  it('is doubted where the only column of targets names another year than the title', async () => {
    const text = `${TITLE}三级指标\t2032年目标值\t权重\n清淤\t≥3公里\t90\n`;
    expect((await read(text)).sheets[0]?.indicators[0]).toMatchObject({ target: '3', weight: '90' });
    expect(await about(text, 'column-assumed')).toEqual([['L4', expect.stringMatching(/2032 年.*2031 年/)]]);
  });

  it.each([
    ['≥2公里', '≥3公里', [['L4', expect.stringContaining('≥2公里')]]],
    ['≥3公里', '≥3公里', []],
    ['≥3公里', '', []],
  ])('is told where an adjusted target stands in its place: %s, %s', async (initial, adjusted, expected) => {
    const text = `${TITLE}三级指标\t年初目标值\t调整后目标值\t权重\n清淤\t${initial}\t${adjusted}\t90\n`;
    expect((await read(text)).sheets[0]?.indicators[0]).toMatchObject({ target: '3' });
    expect(await about(text, 'column-ignored')).toEqual(expected);
  });

  it.each([['1-6月目标\t全年目标'], ['申报指标值\t核定指标值']])(
    'is read by the one that counts for the year: %s',
    async (heads) => {
      const text = `${TITLE}三级指标\t${heads}\t权重\n清淤\t≥2公里\t≥3公里\t90\n`;
      expect((await read(text)).sheets[0]?.indicators[0]).toMatchObject({ target: '3' });
      expect(await about(text, 'column-ignored')).toEqual([['L4', expect.stringContaining('≥2公里')]]);
    },
  );

  it('is the sheet of another project where it stands beside the first with a head of its own', async () => {
    const { sheets } = await read(
      '项目支出绩效目标表\n项目名称\t清淤\t\t项目名称\t巡河\t\n' +
        '三级指标\t指标值\t权重\t三级指标\t指标值\t权重\n清淤里程\t≥3公里\t90\t巡河\t≥12次\t50\n\t\t\t巡查人员\t≥4人\t40\n',
    );
    expect(sheets.map(({ project, indicators }) => [project, indicators.map(({ raw }) => raw)])).toEqual([
      ['清淤', ['≥3公里']],
      ['巡河', ['≥12次', '≥4人']],
    ]);
  });

  it('is doubted with its first row where no header stands above it', async () => {
    const rows = '产出指标\t维修道路\t≥30公里\t20\n\t维修桥梁\t≥3座\t20\n\t验收合格率\t≥95%\t20\n';
    const text = `附件一\n${rows}${TITLE}三级指标\t指标值\t权重\n清淤\t≥3公里\t90\n`;
    expect(await about(text, 'sheet-suspected-missing')).toEqual([['L2', expect.stringContaining('维修道路')]]);
  });

  it('is doubted where blanks alone keep its columns apart', async () => {
    const spaced = '三级指标   指标值   权重\n巡河   ≥9次   50\n';
    const text = `${TITLE}三级指标\t指标值\t权重\n清淤\t≥3公里\t90\n\n${spaced}`;
    expect((await read(text)).sheets).toHaveLength(1);
    expect(await about(text, 'sheet-suspected-missing')).toEqual([
      ['L7', expect.stringContaining('三级指标 | 指标值 | 权重')],
    ]);
    await expect(read(`${TITLE}${spaced}`)).rejects.toMatchObject({
      message: expect.stringContaining('三级指标') as string,
    });
  });

  it('is read where one stroke stands between label and value', async () => {
    const text =
      '2031年度项目支出绩效目标表\n项目名称 | 河道清淤\n主管部门 | 某县水利站\n\n|三级指标|指标值|权重|\n|---|---|---|\n|清淤|≥3公里|90|\n';
    expect((await read(text)).sheets).toMatchObject([{ project: '河道清淤', department: '某县水利站' }]);
  });

  it('names the header of which neither names nor targets were found where nothing else could be read', async () => {
    await expect(read(`${TITLE}一级指标\t三级指标\t甲乙丙丁\t权重\n产出\t清淤\t\t90\n`)).rejects.toMatchObject({
      message: expect.stringContaining('甲乙丙丁') as string,
    });
  });
});

describe('a document that names two years', () => {
  it.each([
    ['某县2031年预算执行情况和2032年预算草案', 2032],
    ['某局2031年工作总结及2032年工作计划', 2032],
    ['某县2031年决算', 2031],
  ])('%s: its targets are of %i, and that is doubted where there are two', async (title, year) => {
    const text = `${title}\n附表\n项目支出绩效目标表\n项目名称\t清淤\n主管部门\t某县水利站\n资金总额\t3万元\n三级指标\t指标值\t权重\n清淤\t≥3公里\t90\n`;
    expect((await read(text)).sheets[0]?.fiscalYear).toBe(year);
    const years = (await about(text, 'head-incomplete')).filter(([, message]) => message?.includes('几个年度'));
    expect(years).toHaveLength(title.includes('2032') ? 1 : 0);
  });
});

describe('money in a document that names no unit', () => {
  it.each([
    ['资金总额\t305000', [expect.stringContaining('305000 按万元读取')]],
    ['资金总额\t30.5万元', []],
    ['资金总额（万元）\t30.5', []],
    ['资金总额\t0', []],
  ])('%s is doubted, or not: it may be yuan', async (money, expected) => {
    const found = await about(`${TITLE}${money}\n三级指标\t指标值\t权重\n清淤\t≥3公里\t90\n`, 'head-incomplete');
    expect(found.map(([, message]) => message).filter((message) => message?.includes('金额单位'))).toEqual(expected);
  });
});

describe('a long table of several projects', () => {
  const tableOf = (rows: string) => read(`部门预算项目绩效目标表\n（2031年度）\n${rows}`);

  it('whose header says in its upper row whose rows they are', async () => {
    const { sheets } = await tableOf(
      '单位名称\t项目名称\t预算数\t年度目标\t绩效指标\t\t\n\t\t\t\t一级指标\t三级指标\t指标值\n' +
        '某县水利站\t清淤\t86.00\t保持畅通\t产出指标\t清淤里程\t≥3公里\n\t巡河\t24.00\t及时发现\t产出指标\t巡河次数\t≥9次\n',
    );
    expect(sheets).toMatchObject([
      { department: '某县水利站', project: '清淤', goal: '保持畅通', funding: { total: '86.00' } },
      { department: '某县水利站', project: '巡河', goal: '及时发现', funding: { total: '24.00' } },
    ]);
  });

  it('whose header has points that reach down beside 年度指标值', async () => {
    const { sheets } = await tableOf(
      '绩效指标\t\t年度指标值\t\t\t权重\n一级指标\t三级指标\t符号\t值\t单位\t\n产出指标\t清淤里程\t≥\t3\t公里\t90\n',
    );
    expect(sheets[0]?.indicators).toMatchObject([{ raw: '≥3公里', weight: '90' }]);
  });

  it('that prints no weights keeps 预算执行率 as an indicator', async () => {
    const { sheets } = await tableOf('一级指标\t三级指标\t指标值\n投入\t预算执行率\t≥93%\n产出\t清淤里程\t≥3公里\n');
    expect(sheets[0]?.indicators.map(({ name, raw }) => [name, raw])).toEqual([
      ['预算执行率', '≥93%'],
      ['清淤里程', '≥3公里'],
    ]);
  });

  it('tells an indicator about those who fill in forms from a signature', async () => {
    const { sheets } = await tableOf(
      '一级指标\t三级指标\t指标值\n产出\t清淤里程\t≥3公里\n\t填表人培训次数\t≥2次\n填表人\t张三\t13800000000\n',
    );
    expect(sheets[0]?.indicators.map(({ name }) => name)).toEqual(['清淤里程', '填表人培训次数']);
  });
});

describe('what a head says of all rows below it', () => {
  const first = async (text: string) => (await read(text)).sheets[0]?.indicators[0];

  it.each([
    ['the unit of the targets', '三级指标\t目标值（%）\t权重\n合格率\t≥95\t90', { raw: '≥95%', unit: '%' }],
    ['unless a cell says another', '三级指标\t目标值（万元）\t权重\n合格率\t≥95%\t90', { raw: '≥95%', unit: '%' }],
    [
      'that the names hold the unit',
      '三级指标（单位）\t目标值\t权重\n清淤（公里）\t≥3\t90',
      { raw: '≥3公里', unit: '公里' },
    ],
    ['level 1, above the header', '产出指标\n三级指标\t目标值\t权重\n清淤\t≥3公里\t90', { level1: '' }],
    [
      'level 1, in a row of the table',
      '产出指标\t\t\n三级指标\t目标值\t权重\n清淤\t≥3公里\t90',
      { level1: '产出指标' },
    ],
  ])('%s', async (_, table, expected) => {
    expect(await first(`${TITLE}${table}\n`)).toMatchObject(expected);
  });
});
