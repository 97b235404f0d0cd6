import { importDocument } from './import-document.js';
import type { Doubt, IndicatorDraft } from './sheet-draft.js';

const HEAD = ['一级指标', '二级指标', '三级指标', '指标值', '分值', '实际完成值', '得分'];
/** What the sheets of this file lack on purpose. */
const ASIDE = /^(?:head-incomplete|aggregation-assumed|weight-total)$/;

type Rows = readonly (readonly (string | readonly [text: string, attributes: string])[])[];

/** A self-evaluation form as a web page; a cell with attributes is merged. */
async function read(
  rows: Rows,
  { head = HEAD, above = '', below = '' }: { head?: readonly string[]; above?: string; below?: string } = {},
) {
  const row = (cells: Rows[number]) =>
    `<tr>${cells.map((cell) => (typeof cell === 'string' ? `<td>${cell}</td>` : `<td ${cell[1]}>${cell[0]}</td>`)).join('')}</tr>`;
  const table = [head, ...rows].map(row).join('');
  const page = `<html><p>河道清淤项目支出绩效自评表</p><p>（2032年度）</p>${above}<table>${table}</table>${below}</html>`;
  const { sheets, doubts } = await importDocument(Buffer.from(page), 'file.html');
  return {
    sheet: sheets[0],
    indicators: sheets[0]?.indicators ?? [],
    doubts: doubts.filter(({ code }) => !ASIDE.test(code)),
  };
}

const codes = (doubts: readonly Doubt[]): string[] =>
  doubts.map(({ indicator, code }) => `${indicator ?? '-'} ${code}`);
const target = ({ comparator, target: value, unit }: IndicatorDraft): string => `${comparator} ${value} ${unit}`;
const ROW = ['产出指标', '数量指标', '巡河', '≥9场', '50', '9场', '50'];
const OTHER = ['产出指标', '数量指标', '清淤', '≥3公里', '40', '3公里', '40'];

describe('points in a cell', () => {
  it.each([
    ['5', '5', '5', []],
    ['5', '4.9/5', '4.9', ['0 published-score-differs']],
    ['5', '5/5分', '5', []],
    ['5', '4.9/10', null, ['0 published-score-differs']],
    ['5', '五分', '5', []],
    ['5', '5分', '5', []],
    ['5', '5（分）', '5', []],
    ['5', '5。', '5', []],
    ['5', '—', null, ['0 published-score-differs']],
    ['5', '满分', null, ['0 published-score-differs']],
    ['5', '5+1', null, ['0 published-score-differs']],
    ['5', '优秀', null, ['0 published-score-differs']],
    ['5', '', null, []],
    ['5分', '5', '5', []],
    ['5%', '5', '5', []],
    ['5（分）', '5', '5', []],
    ['五', '5', '5', []],
  ])('weight %s, score %s', async (weight, score, expected, found) => {
    const { indicators, doubts } = await read([['产出指标', '数量指标', '巡河', '≥9场', weight, '9场', score]]);
    expect(indicators).toMatchObject([{ name: '巡河', weight: '5', publishedScore: expected }]);
    expect(codes(doubts)).toEqual(found);
    if (expected === null && score !== '') expect(doubts[0]?.message.zh).toContain(score);
  });

  it.each(['见备注', '10-15', '5+5', '待定', '/', '优', '10分/项'])(
    'weight %s is told with its row',
    async (weight) => {
      const { indicators, doubts } = await read([ROW, ['产出指标', '数量指标', '清淤', '≥3公里', weight, '', '']]);
      expect(indicators).toMatchObject([{ weight: '50' }, { name: '清淤', weight: null }]);
      expect(codes(doubts)).toEqual(['1 weight-missing']);
      expect(doubts[0]?.message.zh).toContain(`“${weight}”`);
    },
  );

  it('that are shares of one are asked for as points', async () => {
    const rows: Rows = ['0.5', '0.4'].map((weight) => [
      '产出指标',
      '数量指标',
      `巡河${weight}`,
      '≥9场',
      weight,
      '',
      '',
    ]);
    const { doubts } = await read(rows);
    const asked = doubts.map(({ code, answers = [] }) => [code, answers[0]?.value.weight]);
    expect(asked).toEqual([
      ['weight-suspect', '50'],
      ['weight-suspect', '40'],
    ]);
  });

  it('that a merged cell shares are told as such', async () => {
    const { indicators, doubts } = await read([
      ['产出指标', '数量指标', '巡河', '≥9场', ['50', 'rowspan="2"'], '9场', '50'],
      ['产出指标', '数量指标', '清淤', '≥3公里', '3公里', ''],
    ]);
    expect(indicators.map(({ weight }) => weight)).toEqual(['50', null]);
    expect(doubts.find(({ code }) => code === 'weight-missing')?.message.zh).toContain('合并单元格的权重“50”');
  });

  it.each([
    ['-5', ['1 weight-suspect']],
    ['150', ['1 weight-suspect']],
    ['0.4', ['1 weight-suspect']],
    ['0', []],
    ['0.5', ['1 weight-suspect']],
  ])('%s are looked at', async (weight, found) => {
    const { doubts } = await read([ROW, ['产出指标', '数量指标', '清淤', '≥3公里', weight, '3公里', '']]);
    expect(codes(doubts)).toEqual(found);
  });

  it('below one are points where they make up the hundred', async () => {
    const { doubts } = await read([
      ['产出', '数量', '巡河', '≥9场', '89.5', '9场', '89.5'],
      ['产出', '数量', '清淤', '≥3公里', '0.5', '3公里', '0.5'],
    ]);
    expect(codes(doubts)).toEqual([]);
  });
});

describe('a value reached', () => {
  it.each([
    ['≥95%', '3/4', null, ['0 actual-not-number']],
    ['≥9场', '基本完成', null, ['0 actual-not-number']],
    ['≤0起', '无', null, ['0 actual-not-number']],
    ['≥9场', '4场/月', null, ['0 unit-differs']],
    ['≥4场/月', '48场', '48', ['0 unit-differs']],
    ['≥9场', '9场；', '9', []],
    ['明显提升', '100%', null, []],
  ])('of %s, %s', async (wanted, reached, actual, found) => {
    const { indicators, doubts } = await read([['产出指标', '数量指标', '巡河', wanted, '90', reached, '']]);
    expect(indicators).toMatchObject([{ actual, actualRaw: reached }]);
    expect(codes(doubts)).toEqual(found);
  });
});

describe('a bare number', () => {
  const row = (name: string, value: string) => ['产出指标', '数量指标', name, value, '50', '', ''];
  const under = (head: string) => ({ head: HEAD.map((text) => (text === '指标值' ? head : text)) });
  it.each([
    ['below 指标值（%）', row('合格', '≥95'), under('指标值（%）'), '>= 95 %'],
    ['below 目标值(万元)', row('成本', '≤30'), under('目标值(万元)'), '<= 30 万元'],
    ['below 指标值（单位：次）', row('巡河', '9'), under('指标值（单位：次）'), '= 9 次'],
    ['below 指标值', row('巡河', '9'), {}, '= 9 null'],
    ['with a name that ends in its unit', row('参训人数（人）', '≥50'), {}, '>= 50 人'],
    ['with a name that ends in a remark', row('巡河（含夜间）', '≥50'), {}, '>= 50 null'],
    ['with a unit of its own', row('参训（人）', '≥50次'), {}, '>= 50 次'],
    ['below a caption', row('服务', '≥2.5'), { above: '<p>单位：万人次</p>' }, '>= 2.5 万人次'],
    ['below a caption of money', row('服务', '≥2.5'), { above: '<p>单位：万元</p>' }, '>= 2.5 null'],
    ['that is a day', row('完工（次）', '6月底前'), under('指标值（%）'), 'by 2032-06-30 null'],
  ])('%s', async (_, cells, around, expected) => {
    const { indicators } = await read([cells], around);
    expect(indicators.map(target)).toEqual([expected]);
  });
});

describe('merged cells in a row', () => {
  it('say one target of several indicators, which is told once', async () => {
    const { indicators, doubts } = await read([
      ['产出指标', '数量指标', '巡河', ['≥9场', 'rowspan="2"'], '50', '9场', '50'],
      ['产出指标', '数量指标', '查岸', '40', '9场', '40'],
    ]);
    expect(indicators.map(target)).toEqual(['>= 9 场', '>= 9 场']);
    expect(codes(doubts)).toEqual(['- target-assumed']);
    expect(doubts[0]?.message.zh).toMatch(/“巡河”、“查岸”.*“≥9场”/);
  });

  it('put a name over its levels', async () => {
    const { indicators, doubts } = await read([
      ROW,
      ['产出指标', ['二次清淤', 'colspan="2"'], '≥3公里', '20', '3公里', '20'],
      [['群众满意', 'colspan="3"'], '≥90%', '20', '90%', '20'],
      ['产出指标', '数量指标', '', '≥3处', '10', '3处', '10'],
    ]);
    expect(indicators.map(({ level1, level2, name }) => [level1, level2, name])).toEqual([
      ['产出指标', '数量指标', '巡河'],
      ['产出指标', '', '二次清淤'],
      ['', '', '群众满意'],
    ]);
    expect(codes(doubts)).toEqual(['- rows-suspected-missing']);
  });
});

describe('printed sums', () => {
  const sum = (label: string, weight: string, score = '') => [label, '', '', '', weight, '', score];
  it.each([
    ['below its group', [ROW, sum('小计', '50'), OTHER, sum('小计', '40')], []],
    ['above its group', [sum('小计', '50'), ROW, sum('小计', '40'), OTHER], []],
    ['of groups that have their own', [ROW, sum('小计', '50'), OTHER, sum('小计', '40'), sum('小计', '90')], []],
    ['that is wrong', [ROW, sum('小计', '45'), OTHER, sum('小计', '40')], ['- group-weight']],
    ['of all, above them', [sum('合计', '90'), ROW, OTHER], []],
    ['of all, wrong, above them', [sum('合计', '80'), ROW, OTHER], ['- group-weight']],
    ['in words', [ROW, OTHER, sum('合计', '九十分')], []],
    ['that cannot be read', [ROW, OTHER, sum('合计', '见附表')], ['- published-score-differs']],
  ])('%s', async (_, rows: Rows, found) => {
    const { doubts } = await read(rows);
    expect(codes(doubts)).toEqual(found);
  });

  it.each<[string, Rows[number], string | null, string[]]>([
    ['in its column', sum('总分', '100', '97'), '97', []],
    ['in words', sum('总分', '一百分', '九十七分'), '97', []],
    ['over the whole row', ['总分', ['97', 'colspan="6"']], '97', []],
    ['that the points do not give', sum('总分', '100', '9'), '9', ['- published-score-differs']],
    ['that cannot be read', sum('总分', '100', '优'), null, ['- published-score-differs']],
    [
      'that stands in other columns',
      ['总分', '96', '97'],
      null,
      ['- published-score-differs', '- published-score-differs'],
    ],
  ])('a total %s', async (_, total, expected, found) => {
    const { sheet, doubts } = await read([ROW, OTHER.with(6, '37'), total]);
    expect(sheet?.published.total).toBe(expected);
    expect(codes(doubts).filter((code) => code !== '1 published-score-differs')).toEqual(found);
  });
});

describe('a row that is no indicator', () => {
  const wide = (text: string) => [[[text, 'colspan=7']]] as const;

  it.each<[string, Rows]>([
    ['评价等级：优', wide('评价等级：优')],
    ['备注：清淤按≥4公里考核，以本备注为准。', wide('备注：清淤按≥4公里考核，以本备注为准。')],
    ['备注 | 巡河7月起按≥6场考核', [['备注', ['巡河7月起按≥6场考核', 'colspan=6']]]],
  ])('%s is told', async (text, rows) => {
    const { indicators, doubts } = await read([ROW, OTHER, ...rows]);
    expect(indicators).toHaveLength(2);
    expect(codes(doubts)).toEqual(['- row-ignored']);
    expect(doubts[0]?.message.zh).toContain(text);
  });

  it.each([
    [wide('产出指标'), wide('数量指标'), '产出指标', '数量指标'],
    [wide('一、产出指标（50分）'), wide('（一）数量指标'), '产出指标', '数量指标'],
    [wide('数量指标'), [], '数量指标', ''],
  ])('is a level of those below it: %j %j', async (first, second, level1, level2) => {
    const { indicators } = await read([...first, ...second, ['', '', '巡河', '≥9场', '50', '9场', '50']]);
    expect(indicators).toMatchObject([{ level1, level2, name: '巡河' }]);
  });

  it('is a level above the only column of levels', async () => {
    const head = ['指标类别', '指标名称', '指标值', '分值'];
    const rows: Rows = [[['一、产出指标', 'colspan=4']], ['数量指标', '巡河', '≥9场', '90']];
    const { indicators } = await read(rows, { head });
    expect(indicators).toMatchObject([{ level1: '产出指标', level2: '数量指标', name: '巡河' }]);
  });

  it.each(['小计', '数量指标小计'])('is a sum: %s', async (label) => {
    const { indicators, doubts } = await read([ROW, [label, '', '', '', '50', '', '']]);
    expect([indicators.length, codes(doubts)]).toEqual([1, []]);
  });
});

describe('a level that goes on', () => {
  it.each(['〃', '同上'])('%s', async (ditto) => {
    const { indicators } = await read([ROW, [ditto, ditto, '清淤', '≥3公里', '40', '3公里', '40']]);
    expect(indicators[1]).toMatchObject({ level1: '产出指标', level2: '数量指标' });
  });
});

describe('正向 and 反向 beside a value', () => {
  it.each([
    ['正向', '>= 9 场'],
    ['反向', '<= 9 场'],
    ['逆向指标', '<= 9 场'],
  ])('%s', async (direction, expected) => {
    const head = ['一级指标', '二级指标', '三级指标', '指标方向', '指标值', '计量单位', '分值'];
    const { indicators } = await read([['产出指标', '数量指标', '巡河', direction, '9', '场', '90']], { head });
    expect(indicators.map(target)).toEqual([expected]);
  });
});

describe('a remark below the table', () => {
  it.each([
    ['<p>注：第3项按季度统计。</p>', true],
    ['<p>备注：指标值单位为万人次</p>', true],
    ['<p>填表人：某某</p><p>注：1.本表一式两份。</p><p>2.清淤按月统计。</p>', true],
    ['<p>注：本表一式两份。</p>', false],
    ['<p>另见网站。</p>', false],
    ['<p>本表由某某填报，联系电话13800000000。</p>', true],
  ])('%s', async (below, isTold) => {
    const { doubts } = await read([ROW, OTHER], { below });
    expect(codes(doubts)).toEqual(isTold ? ['- row-ignored'] : []);
  });
});

it('a number in words keeps the unit of its own column in the answer', async () => {
  const head = ['三级指标', '指标性质', '指标值', '计量单位', '分值'];
  const { doubts } = await read(
    [
      ['清淤', '≥', '九', '场', '50'],
      ['成本', '≤', '壹拾', '万元', '40'],
    ],
    { head },
  );
  const suggested = doubts.map(({ answers = [] }) => answers[0]?.value.target);
  expect(suggested).toEqual(['≥9场', '≤10万元']);
});
