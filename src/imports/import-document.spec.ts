import { importDocument } from './import-document.js';

const HEADER = '一级指标\t二级指标\t三级指标\t指标值\t指标值设置依据\t上年完成值\t分值权重\t指标赋分规则\t佐证资料';
const BUDGET = `某县图书馆2031年预算公开

部门整体支出绩效目标表

（2031年）

部门名称（盖章）\t\t某县图书馆\t\t\t
部门联系人\t\t赵*甲\t联系电话：\t010-5550000\t
年度绩效目标\t\t<p>1、全年开放不少于300天。</p><p>2、每月办讲座。</p>\t\t\t
年度预算（万元）\t\t资金来源\t\t资金总额（万元）\t
\t\t财政资金（万元）\t\t上级安排\t1.5
\t\t\t\t本级安排\t1,200.25
\t\t其他资金（万元）\t\t其他\t0.00
一级指标\t二级指标\t三级指标\t指标值\t指标设定依据\t分值
履职效能\t数量指标\t开放天数\t>=300天\t年度计划\t50
履职效能\t数量指标\t举办讲座\t≥2场/月\t年度计划\t40

项目支出绩效目标表

(2031 年)

预算单位\t\t某县图书馆
项目名称\t\t旧书数字化\t\t\t项目负责人\t\t钱某
项目资金（万元）\t\t年度预算总额：\t60.00\t其中：财政拨款\t50.00\t其他资金\t10.00
项目总体目标\t\t把旧书扫描成电子版。
${HEADER}
产出指标\t数量指标\t扫描册数\t≥500 册\t计划标准\t新增\t30\t按照完成比例赋分\t工作资料
\t质量指标\t验收合格率\t=100%\t计划标准\t98%\t30\t直接赋分\t工作资料
- 12 -

成本指标\t经济成本指标\t项目经费\t≤60万元\t计划标准\t新增\t20\t按照完成比例赋分\t原始凭证
效益指标\t社会效益指标\t方便读者\t明显\t计划标准\t新增\t10\t按评判等级赋分\t工作资料

附注：以上为全部指标。
科目\t名称\t金额\t备注\t\t\t\t\t
2070104\t图书馆\t60\t\t\t\t\t\t
`;
const draftOf = (text: string) => importDocument(Buffer.from(text), 'file.txt');
const budget = await draftOf(BUDGET);

describe('a budget document with two sheets', () => {
  const { sheets, document } = budget;
  const [department, project] = sheets;

  it('says which document it is', () => {
    expect(document).toMatchObject({ title: '某县图书馆2031年预算公开', format: 'text' });
  });

  it('reads the head of the department sheet', () => {
    expect(department).toMatchObject({
      ...{ kind: 'department', fiscalYear: 2031, department: '某县图书馆', project: null },
      responsible: { name: '赵*甲', phone: '010-5550000' },
      goals: ['全年开放不少于300天。', '每月办讲座。'],
      funding: { total: '1201.75', fiscal: '1201.75', other: '0.00' },
      weightTotal: '90',
    });
    expect(department?.funding.sources[1]).toEqual({ name: '本级安排', amount: '1200.25' });
  });

  it('reads the head of the project sheet', () => {
    expect(project).toMatchObject({
      ...{ kind: 'project', fiscalYear: 2031, department: '某县图书馆', project: '旧书数字化' },
      responsible: { name: '钱某', phone: null },
      funding: { total: '60.00', fiscal: '50.00', other: '10.00', sources: [] },
      published: { total: null, executionRate: null, executionScore: null },
    });
  });

  it('reads a row with all its columns and its place', () => {
    expect(project?.indicators[0]).toMatchObject({
      ...{ level1: '产出指标', level2: '数量指标', name: '扫描册数', comparator: '>=', target: '500' },
      ...{ targetUpper: null, unit: '册', per: null, qualitative: false, raw: '≥500 册', basis: '计划标准' },
      ...{ previous: '新增', weight: '30', rule: 'proportional', ruleRaw: '按照完成比例赋分', evidence: '工作资料' },
      ...{ aggregation: 'sum', actualRaw: null, actual: null, publishedScore: null, source: 'L27' },
    });
  });

  it('carries merged cells down, over a page break too, and stops where another table begins', () => {
    expect(project?.indicators.map(({ level1, level2, name }) => `${level1}/${level2}/${name}`)).toEqual([
      '产出指标/数量指标/扫描册数',
      '产出指标/质量指标/验收合格率',
      '成本指标/经济成本指标/项目经费',
      '效益指标/社会效益指标/方便读者',
    ]);
  });

  it('gives the same draft for the same bytes', async () => {
    expect(await draftOf(BUDGET)).toEqual(budget);
  });
});

const FORM = `2031年度项目支出绩效自评表
项目名称\t消防培训\t\t\t\t\t
主管部门\t某县应急局\t\t实施单位\t某县消防站\t\t
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t20\t25\t20\t10\t80%\t8
\t其中：财政拨款\t20\t25\t20\t\t\t
年度总体目标\t预期目标\t\t\t实际完成情况\t\t
\t办好消防培训\t\t\t已办\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t指标性质\t年度指标值\t度量单位\t实际完成值\t分值\t得分
\t产出指标\t数量指标\t培训次数\t≥\t10\t次\t8次\t50\t40
\t\t质量指标\t考核通过率\t＝\t100\t百分比\t已完成\t30\t30
\t效益指标\t社会效益\t居民防火意识\t定性\t增强\t/\t增强\t10\t9
总分\t\t\t\t\t\t\t\t100\t87
`;
const form = await draftOf(FORM);

describe('a self-evaluation form', () => {
  const { sheets } = form;

  it('reads money in force, execution and the published points', () => {
    expect(sheets[0]).toMatchObject({
      ...{ kind: 'project', fiscalYear: 2031, project: '消防培训', department: '某县消防站', goal: '办好消防培训' },
      funding: { total: '25', fiscal: '25' },
      published: { total: '87', executionRate: '80', executionScore: '8' },
    });
  });

  it('puts comparator, value and unit from their own columns together, and keeps what was reached apart', () => {
    const rows = sheets[0]?.indicators.map(({ raw, comparator, actual, actualRaw, publishedScore }) => {
      return [raw, comparator, actualRaw, actual, publishedScore];
    });
    expect(rows).toEqual([
      ['≥10次', '>=', '8次', '8', '40'],
      ['＝100%', '=', '已完成', null, '30'],
      ['增强', 'qualitative', '增强', null, '9'],
    ]);
  });
});

describe('documents that cannot be imported', () => {
  const errorOf = (text: string): Promise<unknown> => draftOf(text).catch((error: unknown) => error);

  it('says so when there is no target sheet', async () => {
    expect(await errorOf('某县图书馆\n科目\t金额\n基本支出\t12\n')).toMatchObject({ code: 'no-sheets', place: null });
  });

  it('names the title below which no indicator table was found', async () => {
    expect(await errorOf('项目支出绩效目标表\n项目\t内容\n甲\t乙\n')).toMatchObject({ code: 'no-sheets', place: 'L1' });
  });

  // What grows with its square would take hours, so that this guards against nothing but that.
  it('reads a megabyte of text in one cell without delay', async () => {
    const started = performance.now();
    await draftOf(BUDGET.replace('1、全年', `1、${'第1次、2次，'.repeat(150_000)}全年`));
    expect(performance.now() - started).toBeLessThan(300_000);
  });
});

describe('places', () => {
  const rows = [
    ['一级指标', '二级指标', '指标名称', '指标值', '权重'],
    ['产出', '数量', '办班', '≥3期', '60'],
    ['', '', '编书', '≥1册', '40'],
  ];
  const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

  it('are told for each field; a level that is carried down has the place of the row that prints it', async () => {
    const { sheets } = await importDocument(Buffer.from(`<html><body><p>项目绩效目标表</p>${html}`), 'page.html');
    expect(sheets[0]?.places).toEqual({ title: '¶1' });
    expect(sheets[0]?.indicators[1]?.places).toEqual({
      ...{ level1: 'T1R2C1', level2: 'T1R2C2' },
      ...{ name: 'T1R3C3', target: 'T1R3C4', weight: 'T1R3C5' },
    });
  });
});

describe('a page that breaks inside a row', () => {
  const withoutPlaces = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, part: unknown) => (key === 'source' || key === 'places' ? undefined : part)),
    );

  it.each([
    ['the header', `${HEADER}\n`, ['\t\t\t指标值设置依据', '\t指标值设置依'], '\t\t\t\t据\t\t\t\t'],
    ['a label of the money', '其中：财政拨款', ['其中：财政拨款', '其中：财政'], '\t\t\t\t拨款\t\t\t'],
    ['an open bracket', '年度预算（万元）', ['年度预算（万元）', '年度预算（万'], '元）\t\t\t\t\t'],
    ['the name of the project', '旧书数字化', ['旧书数字化', '旧书数'], '\t\t字化\t\t\t\t\t'],
    ['the goal', '把旧书扫描成电子版。', ['把旧书扫描成电子版。', '把旧书扫描成'], '\t\t电子版。'],
    ['the unit of a target', '≤60万元', ['≤60万元', '≤60万'], '\t\t费\t元\t\t\t\t\t'],
  ] as const)('puts together again: %s', async (what, row, [whole, part], rest) => {
    const lines = BUDGET.split('\n');
    const cut = lines.findIndex((line) => `${line}\n`.includes(row) || line.includes(row));
    const name = what === 'the unit of a target' ? ['项目经费', '项目经'] : ['', ''];
    lines[cut] = (lines[cut] ?? '').replace(whole.trim(), part.trim()).replace(name[0] ?? '', name[1] ?? '');
    lines.splice(cut + 1, 0, '', '- 7 -', '', rest);
    const { sheets } = await draftOf(lines.join('\n'));
    expect(withoutPlaces(sheets)).toEqual(withoutPlaces(budget.sheets));
  });
});
