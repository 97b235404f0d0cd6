import { importDocument } from '../../import-document.js';

const TITLE = '2032年度项目支出绩效自评表\n项目名称\t绿化\n';

async function read(table: string) {
  const { sheets, doubts } = await importDocument(Buffer.from(TITLE + table), 'file.txt');
  const told = doubts.filter(({ code }) => /^(?:column-|target-)/.test(code));
  return { rows: sheets.flatMap(({ indicators }) => indicators), told: told.map(({ message }) => message.zh) };
}

describe('评分 above 自评 and 标准', () => {
  const table = (heads: string, ...cells: readonly string[]) =>
    `三级指标\t指标值\t实际完成值\t评分\t\n\t\t\t${heads}\n${cells.map((pair, row) => `植树${row}\t≥9棵\t9棵\t${pair}\n`).join('')}`;

  it('is the score beside the rule', async () => {
    const { rows, told } = await read(table('自评\t标准', '48\t按比例得分', '40\t按比例得分'));
    expect(rows).toMatchObject([
      { publishedScore: '48', ruleRaw: '按比例得分' },
      { publishedScore: '40', ruleRaw: '按比例得分' },
    ]);
    expect(told).toEqual([]);
  });

  it.each([
    ['自评\t标准', '48\t50', '40\t40'],
    ['标准\t自评', '50\t48', '40\t40'],
  ])('is the score beside the points where it has numbers only, which is told: %s', async (heads, ...cells) => {
    const { rows, told } = await read(table(heads, ...cells));
    expect(rows).toMatchObject([
      { publishedScore: '48', weight: '50', ruleRaw: null },
      { publishedScore: '40', weight: '40', ruleRaw: null },
    ]);
    expect(told).toEqual([expect.stringContaining('按“分值”读取')]);
  });
});

describe('单位 above offices', () => {
  const table = (...cells: readonly [target: string, unit: string][]) =>
    `三级指标\t指标值\t单位\t权重\n${cells.map(([target, unit], row) => `植树${row}\t${target}\t${unit}\t45\n`).join('')}`;

  it.each([
    ['责任科室', ['林业科', '财务股']],
    ['部门', ['某县林业局', '某镇']],
  ] as const)('is %s, and told', async (role, [first, second]) => {
    const { rows, told } = await read(table(['≥850棵', first], ['≥30亩', second]));
    expect(rows.map(({ raw }) => raw)).toEqual(['≥850棵', '≥30亩']);
    expect(told).toEqual([expect.stringContaining(`按“${role}”读取`)]);
  });

  it('among units is asked for', async () => {
    const { rows, told } = await read(table(['≥850', '棵'], ['≥30', '林业局']));
    expect(rows).toMatchObject([{ unit: '棵' }, { comparator: null, unit: null }]);
    expect(told).toEqual([expect.stringContaining('≥30林业局')]);
  });
});

it('绩效指标 beside the levels of two periods leaves both their names', async () => {
  const { rows } = await read(
    '绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t年度指标值\t权重\n\t产出指标\t数量指标\t建成基地\t6个\t2个\t50\n',
  );
  expect(rows).toMatchObject([{ level2: '数量指标', name: '建成基地', raw: '2个', longTerm: '6个' }]);
});

it('绩效目标 between the levels and the targets is the name, which is told', async () => {
  const { rows, told } = await read(
    '一级指标\t二级指标\t绩效目标\t符号\t数值\t单位\t权重\n产出\t数量\t植树\t≥\t9\t棵\t90\n',
  );
  expect(rows).toMatchObject([{ level2: '数量', name: '植树', raw: '≥9棵' }]);
  expect(told).toEqual([expect.stringContaining('绩效目标')]);
});

it('both levels in one column are told apart', async () => {
  const { rows } = await read('指标类别\t指标名称\t指标值\t权重\n产出指标-数量指标\t植树\t≥9棵\t90\n');
  expect(rows).toMatchObject([{ level1: '产出指标', level2: '数量指标' }]);
});

it('points once for each first level are those of no indicator', async () => {
  const { rows } = await read(
    '一级指标\t权重\t三级指标\t指标值\n产出\t50\t植树\t≥9棵\n\t\t种草\t≥3亩\n效益\t40\t绿化率\t≥30%\n',
  );
  expect(rows.map(({ weight }) => weight)).toEqual([null, null, null]);
});

it('绩效指标 beside the levels is no name where 指标名称 stands behind them', async () => {
  const { rows } = await read('绩效指标\t一级指标\t二级指标\t指标名称\t本年目标值\n\t产出指标\t数量指标\t植树\t≥9棵\n');
  expect(rows).toMatchObject([{ level2: '数量指标', name: '植树', raw: '≥9棵' }]);
});
