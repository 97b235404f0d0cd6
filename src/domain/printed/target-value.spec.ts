import { parseTargetValue, readTargetValue } from './target-value.js';

/** `>= 4 篇 /month`: comparator, target (to upper end), unit, period. */
function read(raw: string): string | null {
  const value = parseTargetValue(raw);
  if (!value) return null;
  const { comparator, target, targetUpper, unit, per } = value;
  const number = targetUpper === null ? target : `${target}..${targetUpper}`;
  return [comparator, number, unit, per && `/${per}`].filter((part) => part !== null).join(' ');
}

describe('a printed target value', () => {
  it.each([
    ['≥7 年', '>= 7 年'],
    ['>=40次', '>= 40 次'],
    ['<=9天', '<= 9 天'],
    ['≤12 小时内', '<= 12 小时'],
    ['=100%', '= 100 %'],
    ['﹦100%', '= 100 %'],
    ['＝100％', '= 100 %'],
    ['＞＝６０次', '>= 60 次'],
    ['>3次', '> 3 次'],
    ['<5‰', '< 5 ‰'],
    ['≥ 60 人次', '>= 60 人次'],
    ['≤1,234.50万元', '<= 1234.50 万元'],
    ['≤88.20万元', '<= 88.20 万元'],
    ['=30㎡', '= 30 ㎡'],
    ['=30 m2', '= 30 m2'],
    ['12场', '= 12 场'],
    ['100', '= 100'],
    ['007', '= 7'],
    ['≥-5%', '>= -5 %'],
  ])('%s is read as %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  it.each([
    ['不少于4篇', '>= 4 篇'],
    ['不低于95%', '>= 95 %'],
    ['不超过3天', '<= 3 天'],
    ['大于2次', '> 2 次'],
    ['大于等于2次', '>= 2 次'],
    ['小于5次', '< 5 次'],
    ['95%以上', '>= 95 %'],
    ['24小时以内', '<= 24 小时'],
    ['控制在50万元以内', '<= 50 万元'],
    ['达到100%', '= 100 %'],
  ])('words are signs too: %s is read as %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  it.each([
    ['>=5篇/月', '>= 5 篇 /month'],
    ['每月不少于5篇', '>= 5 篇 /month'],
    ['5篇每月', '= 5 篇 /month'],
    ['≥5次/年', '>= 5 次'],
    ['8000元/年', '= 8000 元/年'],
    ['≤600元/人/年', '<= 600 元/人/年'],
    ['≥50万元/年', '>= 50 万元'],
    ['≥5篇/季度', '>= 5 篇 /quarter'],
    ['每季度1次', '= 1 次 /quarter'],
    ['季度≥1次', '>= 1 次 /quarter'],
    ['2次/半年', '= 2 次 /half-year'],
    ['3次/月以上', '>= 3 次 /month'],
    ['全年不少于6次', '>= 6 次'],
    ['≤120元/人/天', '<= 120 元/人/天'],
  ])('a period: %s is read as %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  it.each([
    ['3-5次', 'range 3..5 次'],
    ['3～5次', 'range 3..5 次'],
    ['3至5次', 'range 3..5 次'],
    ['80%-90%', 'range 80..90 %'],
  ])('a range: %s is read as %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  it.each(['增强', '优良', '明显好转，群众认可'])('text without numbers, such as %s, is qualitative', (raw) => {
    expect(parseTargetValue(raw)).toEqual({
      ...{ comparator: 'qualitative', target: raw, targetUpper: null, unit: null, per: null, qualitative: true },
    });
  });

  it.each([
    ...[
      '',
      ' ',
      '/',
      '——',
      '无',
      '≥',
      '≥三次',
      '≥优',
      '百分之九十',
      '增强10%',
      '约60次',
      '60次左右',
      '5-3次',
      '≥3-5次',
    ],
    ...['1,31元', '≥60次以内', '≥3次，≤5次', '≥60次（含视频）', '12345678901234567890次', '9'.repeat(500)],
  ])('nothing is guessed about %j', (raw) => {
    expect(parseTargetValue(raw)).toBeNull();
  });
});

describe('what stands around a value changes nothing of it', () => {
  it.each([
    ['≥9场；', '>= 9 场'],
    ['≥9场。', '>= 9 场'],
    ['≥ 9 场,', '>= 9 场'],
    ['≥9场、', '>= 9 场'],
    ['95%。', '= 95 %'],
    ['95%（含）以上', '>= 95 %'],
    ['95%以上（含95%）', '>= 95 %'],
    ['3½小时', '= 3.5 小时'],
    ['最多9场', '<= 9 场'],
    ['起码9场', '>= 9 场'],
    ['不能超过5天', '<= 5 天'],
    ['≥9场/全年', '>= 9 场'],
    ['≤100kW·h', '<= 100 kW·h'],
    ['0投诉', '= 0'],
    ['零安全事故', '= 0'],
    ['确保零投诉', '= 0'],
    ['30天之内', '<= 30 天'],
  ])('%s is read as %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });
});

describe('a printed day', () => {
  const YEAR = 2031;

  it.each([
    ['12月底前', '2031-12-31'],
    ['2026年6月前', '2026-06-30'],
    ['9月30日前', '2031-09-30'],
    ['九月三十日前', '2031-09-30'],
    ['二〇三一年六月底前', '2031-06-30'],
    ['当年年底前', '2031-12-31'],
    ['年终前', '2031-12-31'],
    ['一季度前', '2031-03-31'],
    ['年底前', '2031-12-31'],
    ['6月', '2031-06-30'],
    ['２０３１年２月', '2031-02-28'],
    ['2031-12-31前', '2031-12-31'],
    ['2031.6.30', '2031-06-30'],
    ['≤2031年11月15日', '2031-11-15'],
    ['三季度末', '2031-09-30'],
    ['上半年', '2031-06-30'],
    ['于12月20日前报送', '2031-12-20'],
    ['确保10月底前完工', '2031-10-31'],
    ['本年底前', '2031-12-31'],
  ])('%s is by %s', (raw, day) => {
    expect(parseTargetValue(raw, YEAR)).toEqual({
      ...{ comparator: 'by', target: day, targetUpper: null, unit: null, per: null, qualitative: false },
    });
  });

  it('without a year is not read where the fiscal year is not known', () => {
    expect(readTargetValue('12月底前')).toEqual({ value: null, question: { code: 'date-unclear', suggestions: [] } });
    expect(parseTargetValue('2026年12月底前')?.target).toBe('2026-12-31');
  });

  it.each([
    ['1-12月', ['2031年12月31日前']],
    ['2031.01-2031.12', ['2031年12月31日前']],
    ['2031-2033年', ['2033年12月31日前']],
    ['2031年3月1日至2031年6月30日', ['2031年6月30日前']],
    ['5日前', []],
    ['每月10日前', []],
    ['每季度末', []],
    ['2月30日前', []],
    ['汛期前', []],
    ['春节前完成', []],
    ['开学前', []],
    ['国庆节前', ['2031年9月30日前']],
    ['≤6月', ['2031年6月30日前']],
    ['2031年', ['2031年12月31日前']],
  ])('is a question where it is unclear: %s', (raw, suggestions) => {
    expect(readTargetValue(raw, YEAR).question).toEqual({ code: 'date-unclear', suggestions });
  });

  it.each([
    ['12个月', '= 12 个月'],
    ['≤30日', '<= 30 日'],
    ['3-5年', 'range 3..5 年'],
    ['≤24小时', '<= 24 小时'],
    ['2000-3000人', 'range 2000..3000 人'],
  ])('is none in %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });
});

/** Signs and periods count where they stand at the ends; elsewhere they belong to a text, or to nothing that is known. */
const ODD = [
  ...[
    '约≥3次',
    '约<=3次',
    '约大于3次',
    '约不少于3次',
    '约不超过3次',
    '约小于3次',
    '约等于3次',
    '=>3次',
    '》=3次',
    '≧3次',
    '⩾3次',
  ],
  ...[
    '=<3次',
    '《=3次',
    '≦3次',
    '⩽3次',
    '》3次',
    '《3次',
    '﹤3次',
    '﹥3次',
    '高于3次',
    '超过3次',
    '多于3次',
    '低于3次',
    '少于3次',
    '等于3次',
  ],
  ...['大于或等于3次', '高于等于3次', '高于或等于3次', '不小于3次', '不得少于3次', '不得低于3次', '至少3次'],
  ...[
    '小于或等于3次',
    '小于等于3次',
    '低于等于3次',
    '低于或等于3次',
    '不高于3次',
    '不多于3次',
    '不大于3次',
    '不得超过3次',
    '不得高于3次',
    '至多3次',
  ],
  ...[
    '3次及以上',
    '3次及其以上',
    '3次以上人员',
    '3次及以下',
    '3次及其以下',
    '3次以下人员',
    '3天之内',
    '3天内',
    '3天内容',
  ],
  ...[
    '1,23次',
    '1,234次',
    '12,345,678次',
    '1,234.50元',
    '1234,567次',
    '1,2345次',
    'a1,234次',
    '1,234.元',
    '0.50元',
    '-007次',
    '00.5次',
  ],
  ...[
    '80-90%',
    '80%-90%',
    '80至90%',
    '80到90%',
    '80～90％',
    '80—90%',
    '90-80%',
    '80次-90%',
    '≥80-90%',
    '=80-90%',
    '80--90%',
    '80-90次以上',
  ],
  ...[
    '每月3次',
    '每个月3次',
    '月均3次',
    '约每月3次',
    '3次/月',
    '3次每月',
    '3次/每月',
    '3次/月度',
    '3次/年',
    '3次每年',
    '3次/每年',
    '3次/年度',
  ],
  ...[
    '95百分比',
    '95百分数',
    '95百分点',
    '95个百分点',
    '95百分点数',
    '达到95%',
    '达95%',
    '约达到95%',
    '百分之九十',
    '提升',
    '=提升',
    '≥提升',
    '',
    ' ',
    '≥',
    '=',
    '%',
  ],
  ...['≥3', '3 次 ', ' ≥ 3 次', '≥ 3次，5次', '9'.repeat(200), `提${'升'.repeat(300)}`],
];

it('odd target values are read so', () => {
  expect(
    ODD.map((raw) => `${raw.slice(0, 20)} => ${JSON.stringify(parseTargetValue(raw))}`).join('\n'),
  ).toMatchSnapshot();
});
