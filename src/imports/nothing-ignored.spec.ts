import { importDocument } from './import-document.js';

const HEAD = '项目支出绩效目标表\n（2031年度）\n项目名称\t河道清淤\n主管部门\t某县水利站\n';
const draftOf = (text: string) => importDocument(Buffer.from(text), 'file.txt');

/** `head → code severity` of the doubts about columns. */
async function aboutColumns(header: string, ...rows: string[]): Promise<string[]> {
  const { doubts } = await draftOf(`${HEAD}${header}\n${rows.join('\n')}\n`);
  return doubts.flatMap(({ code, severity, message }) =>
    code.startsWith('column-') ? [`${code} ${severity} ${/“([^”]*)”列/.exec(message.zh)?.[1] ?? '-'}`] : [],
  );
}

describe('a column that nobody knows', () => {
  it('is told with its first values', async () => {
    const { doubts } = await draftOf(`${HEAD}三级指标\t指标值\t权重\t朱批\n清淤\t≥3公里\t90\t照准\n`);
    const found = doubts.find(({ code }) => code === 'column-ignored');
    expect(found).toMatchObject({ severity: 'warning', sheet: 0, source: 'L5' });
    expect(found?.message.zh).toContain('照准');
  });

  it.each([
    [
      'is an error where the sheet cannot be read without it',
      '三级指标\t指标值\t指标性质\t甲乙\t权重',
      ['清淤\t3\t≥\t≤\t90'],
      ['column-ignored error 甲乙'],
    ],
    ['is no doubt where it is blank', '三级指标\t指标值\t权重\t朱批', ['清淤\t≥3公里\t90\t'], []],
    [
      'is taken for what it resembles',
      '三级指标\t指标性质\t指标值\t参考计量单位\t权重',
      ['清淤\t≥\t3\t公里\t90'],
      ['column-assumed warning 参考计量单位'],
    ],
    [
      'is taken for signs that it holds',
      '三级指标\t甲\t指标值\t乙\t权重',
      ['清淤\t≥\t3\t公里\t50', '巡河\t≥\t9\t次\t40'],
      ['column-assumed warning 甲', 'column-assumed warning 乙'],
    ],
    [
      'is known where a draft has no field for it',
      '三级指标\t指标值\t权重\t备注',
      ['清淤\t≥3公里\t90\t雨季除外'],
      ['column-ignored info 备注'],
    ],
  ])('%s', async (_, header, rows, expected) => {
    expect(await aboutColumns(header, ...rows)).toEqual(expected);
  });

  it('above the names leaves the goal in the row above alone', async () => {
    const { sheets } = await draftOf(
      `${HEAD}项目支出绩效目标\t清淤三公里\n内部代号\t指标性质\t目标计量单位\t年度目标值\t权重\n清淤\t≥\t公里\t3\t90\n`,
    );
    expect(sheets.map(({ goal, indicators }) => [goal, indicators.map(({ name }) => name)])).toEqual([
      ['清淤三公里', ['清淤']],
    ]);
  });

  it('changes nothing of what its sign and unit say', async () => {
    const { sheets } = await draftOf(
      `${HEAD}三级指标\t甲\t指标值\t乙\t权重\n清淤\t≤\t3\t公里\t50\n巡河\t≥\t9\t次\t40\n`,
    );
    expect(sheets[0]?.indicators.map(({ comparator, target, unit }) => [comparator, target, unit])).toEqual([
      ['<=', '3', '公里'],
      ['>=', '9', '次'],
    ]);
  });
});

describe('every header of an indicator table', () => {
  const TABLE = '一级指标\t二级指标\t三级指标\t指标值\t权重\n产出\t数量\t清淤\t≥3公里\t90\n';

  it.each([
    ['a heading that no pattern knows', `${HEAD}${TABLE}\n2031年批复事项（二）\n项目名称\t水文监测\n${TABLE}`],
    ['a head of its own', `${HEAD}${TABLE}项目名称\t水文监测\n年度目标\t建站\n${TABLE}`],
    ['a numbered heading', `${HEAD}${TABLE}\n二、水文监测项目\n${TABLE}`],
    ['no header of its own', `${HEAD}${TABLE}项目名称\t水文监测\n产出\t数量\t建站\t≥2座\t90\n`],
  ])('begins a sheet behind %s', async (_, text) => {
    const { sheets, doubts } = await draftOf(text);
    expect(sheets.map(({ project }) => project?.replace(/项目$/, ''))).toEqual(['河道清淤', '水文监测']);
    expect(sheets.map(({ indicators }) => indicators.length)).toEqual([1, 1]);
    expect(doubts.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is named as an error where its targets are not found', async () => {
    const { sheets, doubts } = await draftOf(
      `${HEAD}${TABLE}\n丙项目绩效目标表\n一级指标\t二级指标\t三级指标\t权重\n产出\t数量\t建站\t90\n`,
    );
    expect(sheets).toHaveLength(1);
    expect(doubts.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'sheet-suspected-missing', source: 'L9' },
    ]);
  });

  it('goes on over a page break, with or without its title', async () => {
    const next = '\n- 2 -\n\n项目支出绩效目标表\n一级指标\t二级指标\t三级指标\t指标值\t权重\n\t\t巡河\t≥9次\t40\n';
    const { sheets } = await draftOf(`${HEAD}${TABLE.replace('90', '50')}${next}`);
    expect(sheets.map(({ indicators }) => indicators.map(({ level1, name }) => level1 + name))).toEqual([
      ['产出清淤', '产出巡河'],
    ]);
  });
});

describe('a table of several projects', () => {
  it('gives a sheet for each value of its column 项目名称, which merged cells carry down', async () => {
    const { sheets } = await draftOf(
      '2031年项目支出绩效目标汇总表\n填报单位：某县水利站\n项目名称\t项目资金\t三级指标\t指标值\t权重\n河道清淤\t20\t清淤\t≥3公里\t50\n\t\t巡河\t≥9次\t40\n水文监测\t8.5\t建站\t≥2座\t90\n',
    );
    expect(
      sheets.map(({ department, project, funding, indicators }) => [
        department,
        project,
        funding.total,
        indicators.length,
      ]),
    ).toEqual([
      ['某县水利站', '河道清淤', '20', 2],
      ['某县水利站', '水文监测', '8.5', 1],
    ]);
  });
});

describe('a row of the indicator table', () => {
  const COLUMNS = '一级指标\t二级指标\t三级指标\t指标值\t权重\n产出指标\t数量指标\t清淤\t≥3公里\t90\n';

  it.each(['补充\t另加：巡河\t\t≥6次\t', '另有：巡河\t\t\t≥6次\t不计分', '\t\t\t≥7次\t10'])(
    'below the sum is told: %s',
    async (row) => {
      const { sheets, doubts } = await draftOf(`${HEAD}${COLUMNS}合计\t\t\t\t90\n${row}\n`);
      expect(sheets[0]?.indicators).toHaveLength(1);
      expect(doubts.find(({ code }) => code === 'row-ignored')).toMatchObject({ sheet: 0, source: 'L8' });
    },
  );

  it('is a target where a plan sets 预算执行率 with sign, value and weight, and a score where a report gives it', async () => {
    const planned = await draftOf(`${HEAD}${COLUMNS}产出指标\t成本指标\t预算执行率\t≥95%\t10\n`);
    expect(planned.sheets[0]?.indicators[1]).toMatchObject({ name: '预算执行率', target: '95', weight: '10' });
    const [heads = '', row = ''] = COLUMNS.split('\n');
    const reported = await draftOf(
      `${HEAD}${heads}\t实际完成值\t得分\n${row}\t3公里\t90\n产出指标\t成本指标\t预算执行率\t≥95%\t10\t96%\t10\n`,
    );
    expect(reported.sheets[0]).toMatchObject({ executionWeight: '10', indicators: [{ name: '清淤' }] });
  });
});
