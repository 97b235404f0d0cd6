import { importDocument } from '../import-document.js';
import type { Doubt } from '../sheet-draft.js';

interface Sheet {
  readonly head?: string;
  readonly goal?: string;
  readonly columns?: string;
  readonly rows?: readonly string[];
}

const FITTING = '产出\t数量\t办班\t≥6次\t90\t';

/** A project sheet that gives no doubts, but for what the test changes. Row: levels, name, target, weight, rule, rest. */
function sheet({ head = '', goal = '办好培训', columns = '', rows = [FITTING] }: Sheet): string {
  return `项目支出绩效目标表\n(2031年)
预算单位\t某县文化馆\n项目名称\t培训\n项目资金（万元）\t年度预算总额\t30\t其中：财政拨款\t30\t其他资金\t0\n${head}项目总体目标\t${goal}
一级指标\t二级指标\t三级指标\t指标值\t权重\t指标赋分规则${columns}\n${rows.join('\n')}\n\n`;
}

/** Doubts of a document as `sheet/indicator code severity`, without the assumed aggregations. */
async function doubts(...sheets: Sheet[]): Promise<Doubt[]> {
  const draft = await importDocument(Buffer.from(sheets.map(sheet).join('')), 'file.txt');
  return draft.doubts.filter(({ code }) => code !== 'aggregation-assumed');
}
async function codes(...sheets: Sheet[]): Promise<string[]> {
  const found = await doubts(...sheets);
  return found.map(({ sheet, indicator, code, severity }) => `${sheet}/${indicator ?? '-'} ${code} ${severity}`);
}

describe('doubts about a sheet', () => {
  it('has none when everything agrees', async () => {
    expect(await codes({})).toEqual([]);
  });

  it.each<[string, Sheet, string[]]>([
    ['weights that do not give 100', { rows: ['产出\t数量\t办班\t≥6次\t74\t'] }, ['0/- weight-total warning']],
    [
      'a blank weight',
      { rows: [FITTING, '产出\t数量\t参观\t≥6次\t\t'] },
      ['0/1 weight-missing error'], //
    ],
    ['no weights at all', { rows: ['产出\t数量\t办班\t≥6次\t\t'] }, ['0/- weight-missing error']],
    [
      'weights that fall short in a broken table',
      { rows: ['产出\t数量\t办班\t≥6次\t40\t', '', '产出\t数量\t参观\t≥6次\t40\t'] },
      ['0/- weight-total warning', '0/- rows-suspected-missing warning'],
    ],
    [
      'remarks and signatures',
      { rows: [FITTING, '说明\t\t雨季除外\t\t\t', '填表人：张三\t\t\t\t\t'] },
      ['0/- row-ignored info', '0/- personal-data info'],
    ],
    [
      'a second level that does not belong under the first',
      { rows: ['产出指标\t数量指标\t办班\t≥6次\t40\t', '\t社会效益指标\t风气\t改善\t50\t'] },
      ['0/1 category-suspect warning'],
    ],
    [
      'a first level in the middle of its rows',
      { rows: ['\t数量指标\t办班\t≥6次\t40\t', '产出指标\t质量指标\t合格率\t≥90%\t50\t'] },
      ['0/0 category-suspect warning'],
    ],
    ['a level for a name', { rows: ['产出\t\t数量指标\t≥6次\t90\t'] }, ['0/0 category-suspect warning']],
    ['a row that lost cells', { rows: [FITTING, '参观\t≥6次'] }, ['0/- rows-suspected-missing error']],
    ['an unreadable target', { rows: ['产出\t数量\t办班\t增加6次\t90\t'] }, ['0/0 target-unparsed error']],
    ['a rough number', { rows: ['产出\t数量\t办班\t约6次\t90\t'] }, ['0/0 number-approximate error']],
    ['a period of months', { rows: ['产出\t时效\t工期\t1-12月\t90\t'] }, ['0/0 date-unclear error']],
    ['a day for a count', { rows: ['产出\t数量\t抽查次数\t1月3日\t90\t'] }, ['0/0 date-unclear warning']],
    ['the number of a day', { rows: ['产出\t时效\t完成时间\t48120\t90\t'] }, ['0/0 date-unclear warning']],
    ['a year alone', { rows: ['产出\t时效\t完成时间\t2031\t90\t'] }, ['0/0 date-unclear warning']],
    ['the error of a formula', { rows: ['产出\t数量\t办班\t#REF!\t90\t'] }, ['0/0 target-unparsed error']],
    ['a choice that nobody made', { rows: ['产出\t数量\t办班\t是/否\t90\t'] }, ['0/0 target-unparsed error']],
    ['name and target swapped', { rows: ['产出\t质量\t≥95%\t合格率\t90\t'] }, ['0/0 target-unparsed warning']],
    ['a day of a later year', { rows: ['产出\t时效\t完工\t2033年6月底前\t90\t'] }, ['0/0 date-unclear warning']],
    ['a weekly target', { rows: ['产出\t数量\t巡查\t≥2次/周\t90\t'] }, ['0/0 period-unsupported error']],
    ['a share without its format', { rows: ['产出\t质量\t合格率\t≥0.95%\t90\t'] }, ['0/0 percent-scale warning']],
    ['a share without any unit', { rows: ['产出\t质量\t合格率\t≥0.95\t90\t'] }, ['0/0 percent-scale warning']],
    ['a small ceiling', { rows: ['产出\t质量\t差错率\t≤0.5%\t90\t'] }, []],
    ['more than all', { rows: ['产出\t质量\t合格率\t292%\t90\t'] }, ['0/0 percent-scale warning']],
    ['accidents that always fit', { rows: ['产出\t质量\t安全事故\t≥0起\t90\t'] }, ['0/0 zero-target warning']],
    ['complaints that always fit', { rows: ['产出\t质量\t群众投诉\t≥0件\t90\t'] }, ['0/0 zero-target warning']],
    [
      'a share reached, printed as a number',
      { columns: '\t实际完成值', rows: ['产出\t质量\t合格率\t≥95%\t90\t\t0.95'] },
      ['0/0 unit-differs warning'],
    ],
    ['a small share that was meant', { columns: '\t实际完成值', rows: ['产出\t质量\t增长率\t≥3%\t90\t\t0.8'] }, []],
    [
      'several benefits under one heading',
      { rows: ['成本\t社会成本\t提升服务\t提升\t50\t', '成本\t社会成本\t促进合作\t促进\t40\t'] },
      ['0/- category-suspect warning'],
    ],
    ['no accidents', { rows: ['产出\t质量\t安全事故\t0起\t90\t'] }, ['0/0 zero-target warning']],
    [
      'a text scored by proportion',
      { rows: ['效益\t社会\t气氛\t浓厚\t90\t按照完成比例赋分'] },
      ['0/0 rule-unfit warning'],
    ],
    ['a benefit under costs', { rows: ['成本\t社会成本\t提升服务\t提升\t90\t'] }, ['0/0 category-suspect warning']],
    ['a survey under outputs', { rows: ['产出\t数量\t学员满意度\t≥90%\t90\t'] }, ['0/0 category-suspect warning']],
    ['parts that miss the total', { head: '其他资金\t5\n' }, []],
    ['money that exceeds the budget', { goal: '投入45万元办好培训' }, ['0/- funding-mismatch warning']],
    ['costs unlike the budget', { rows: ['成本\t经济成本\t经费\t≤20万元\t90\t'] }, ['0/0 funding-mismatch warning']],
    ['a full name', { head: '项目负责人\t孙小乙\n' }, ['0/- personal-data info']],
    ['a masked name', { head: '项目负责人\t孙*乙\n' }, []],
  ])('%s', async (_, given, expected) => {
    expect(await codes(given)).toEqual(expected);
  });

  it('finds the same name in two sheets, and says when the targets differ', async () => {
    expect(await codes({}, {})).toEqual(['1/0 duplicate-indicator info']);
    expect(await codes({}, { rows: ['产出\t数量\t办班\t≥7次\t90\t'] })).toEqual(['1/0 duplicate-indicator warning']);
  });

  it('never repeats a phone number or a name', async () => {
    const found = await doubts({ head: '项目负责人\t孙小乙\t联系电话\t13800000099\n' });
    expect(found.map(({ code }) => code)).toEqual(['personal-data']);
    expect(JSON.stringify(found)).not.toMatch(/13800000099|孙小乙/);
  });

  it('names what the head of a sheet lacks', async () => {
    const text = sheet({}).replace('项目名称\t培训\n', '').replace('(2031年)\n', '');
    const [doubt] = (await importDocument(Buffer.from(text), 'file.txt')).doubts;
    expect(doubt).toMatchObject({ code: 'head-incomplete', severity: 'error' });
    expect(doubt?.message.zh).toContain('年度、项目名称');
  });

  it('assumes how months add up only where neither name nor unit says it', async () => {
    const rows = [
      '产出\t数量\t受益户\t≥6户\t20\t',
      '产出\t数量\t办班\t≥6次\t20\t',
      '产出\t数量\t简报\t≥2篇/月\t40\t',
      '产出\t质量\t气氛\t浓厚\t10\t',
    ];
    const { doubts: all } = await importDocument(Buffer.from(sheet({ rows })), 'file.txt');
    expect(all).toMatchObject([{ code: 'aggregation-assumed', severity: 'info', indicator: 0 }]);
  });
});

describe('doubts about goals', () => {
  const row = (name: string, target: string, weight = 90) => `产出\t数量\t${name}\t${target}\t${weight}\t`;

  it.each<[string, string, string[], string[]]>([
    ['the same number', '全年办班6次', [row('办班次数', '≥6次')], []],
    ['another number', '全年办班8次', [row('办班次数', '≥6次')], ['0/0 goal-mismatch warning']],
    ['years that agree', '整理2011年至2020年旧档案', [row('整理档案年限', '≥10年')], []],
    [
      'more years than planned',
      '整理2011年至2020年旧档案',
      [row('整理档案年限', '≥9年')],
      ['0/0 goal-mismatch warning'],
    ],
    ['people as times × people', '培训24人次', [row('培训次数', '≥4次', 40), row('单次参训人数', '≥6人', 50)], []],
    ['a promise without indicator', '精简会议10%', [row('来信办结率', '=100%')], ['0/- goal-without-indicator info']],
    ['a rank', '全县评比排名前三', [row('办班次数', '≥6次')], ['0/- goal-without-indicator info']],
    [
      'a number whose name stands a clause before',
      '形成调研报告，每月不少于8篇',
      [row('撰写高品质调研报告', '≥8篇/月')],
      [],
    ],
    ['a date', '2031年6月30日前完成', [row('办班次数', '≥6次')], []],
  ])('%s', async (_, goal, rows, expected) => {
    expect(await codes({ goal, rows })).toEqual(expected);
  });

  it('is content when another sheet of the document covers the number', async () => {
    const other = { rows: [row('来信办结率', '=100%')] };
    expect(await codes({ goal: '来信办结率达100%' }, other)).toEqual([]);
  });
});

describe('doubts about self-evaluation', () => {
  const columns = '\t实际完成值\t得分';
  const rows = (reached: string, score: string, rule = '') => [
    `产出\t数量\t办班\t≥10次\t90\t${rule}\t${reached}\t${score}`,
  ];

  it.each([
    ['the points the formula gives', rows('8次', '72'), []],
    ['other points', rows('8次', '90'), ['0/0 published-score-differs warning']],
    ['all or nothing, missed', rows('8次', '72', '直接赋分'), ['0/0 published-score-differs warning']],
    ['words instead of a number', rows('已完成', '90'), ['0/0 actual-not-number warning']],
    ['a larger unit of the same', rows('0.0008万次', '72'), ['0/0 unit-converted info']],
    ['a unit of something else', rows('8人', '72'), ['0/0 unit-differs warning']],
    ['so many a month', rows('1次/月', '72'), ['0/0 unit-differs warning']],
    ['a fraction', rows('8/10', '72'), ['0/0 actual-not-number warning']],
    ['a day instead of a number', rows('6月8日', '90'), ['0/0 actual-not-number warning']],
  ])('%s', async (_, given, expected) => {
    expect(await codes({ columns, rows: given })).toEqual(expected);
  });
});
