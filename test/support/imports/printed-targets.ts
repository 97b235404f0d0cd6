import fc from 'fast-check';

/** What a printed target means, by a table of its own: `>= 4 篇 /month`, `by 2031-06-30`, `"健全"`; null: only a person knows. */
export interface PrintedTarget {
  readonly printed: string;
  readonly meaning: string | null;
  /** What is counted, where the meaning depends on it. */
  readonly name?: string;
}

export const YEAR = 2031;

const NUMERALS = [...'零一二三四五六七八九'];
/** 35 → 三十五, 305 → 三百零五. Up to 999. */
function inWords(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const tenText = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : NUMERALS[tens]}十`;
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  return `${hundreds > 0 ? `${NUMERALS[hundreds]}百` : ''}${gap}${tenText}${ones > 0 ? NUMERALS[ones] : ''}`;
}
const wide = (text: string): string =>
  text.replace(/[0-9A-Za-z.%-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const grouped = (text: string): string => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

const UNITS = '次 件 篇 份 人次 户 名 个 公里 元 万元 亿元 万人次 台 小时 天 个工作日 元/人 平方米'.split(' ');
const SIGNS: readonly (readonly [before: string, behind: string, sign: string])[] = [
  ...['≥', '≧', '>=', '＞＝', '不少于', '不低于', '不得少于', '大于等于', '至少', '最少', '起码'].map(
    (sign) => [sign, '', '>='] as const,
  ),
  ...['以上', '及以上'].map((sign) => ['', sign, '>='] as const),
  ...['≤', '<=', '＜＝', '不超过', '不高于', '不得超过', '小于等于', '控制在', '最多', '不能超过'].map(
    (sign) => [sign, '', '<='] as const,
  ),
  ...['以内', '以下', '内'].map((sign) => ['', sign, '<='] as const),
  ...[['控制在', '以内', '<='] as const, ['不超过', '以内', '<='] as const, ['不少于', '以上', '>='] as const],
  ...['>', '＞', '超过', '大于', '高于'].map((sign) => [sign, '', '>'] as const),
  ...['<', '＜', '低于', '小于'].map((sign) => [sign, '', '<'] as const),
  ...['', '=', '＝', '﹦', '等于'].map((sign) => [sign, '', '='] as const),
];
const PERIODS: readonly (readonly [before: string, behind: string, per: string | null])[] = [
  ...[['每月', '', 'month'] as const, ['', '/月', 'month'] as const, ['', '每月', 'month'] as const],
  ...[['每季度', '', 'quarter'] as const, ['', '/季度', 'quarter'] as const, ['每季', '', 'quarter'] as const],
  ...[['每半年', '', 'half-year'] as const, ['', '/半年', 'half-year'] as const],
  ...[['每年', '', ''] as const, ['', '/年', ''] as const, ['全年', '', ''] as const, ['', '/年度', ''] as const],
  ...['每周', '每天', '每日', '每两个月', '每旬', '每工作日'].map((period) => [period, '', null] as const),
  ...['/周', '/天', '/星期', '每周'].map((period) => ['', period, null] as const),
];

const digits = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('', '', '.5', '.25'))
  .map(([whole, part]) => `${whole}${part}`);
/** The same number as it may be printed. */
const number = fc
  .tuple(
    digits,
    fc.constantFrom((text: string) => text, wide, grouped),
  )
  .map(([value, print]) => ({ value, text: print(value) }));
const unit = fc.constantFrom(...UNITS);
const space = fc.constantFrom('', '', ' ', '　');

const counts: fc.Arbitrary<PrintedTarget> = fc
  .tuple(fc.constantFrom(...SIGNS), number, space, unit, fc.constantFrom('', '', '', '；', '。', ',', '、'))
  .map(([[before, behind, sign], { value, text }, gap, of, mark]) => ({
    printed: `${before}${gap}${text}${gap}${of}${behind}${mark}`,
    meaning: `${sign} ${value} ${of}`,
  }));

const ranges: fc.Arbitrary<PrintedTarget> = fc
  .tuple(
    fc.integer({ min: 1, max: 500 }),
    fc.integer({ min: 1, max: 500 }),
    fc.constantFrom('-', '～', '至', '—'),
    unit,
  )
  .map(([from, more, dash, of]) => ({
    printed: `${from}${dash}${from + more}${of}`,
    meaning: `range ${from}..${from + more} ${of}`,
  }));

const periods: fc.Arbitrary<PrintedTarget> = fc
  .tuple(
    fc.constantFrom(...PERIODS),
    fc.constantFrom('≥', '不少于', ''),
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom('次', '篇', '场', '人次'),
  )
  .map(([[before, behind, per], sign, value, of]) => ({
    printed: `${before}${sign}${value}${of}${behind}`,
    meaning: per === null ? null : `${sign === '' ? '=' : '>='} ${value} ${of}${per && ` /${per}`}`,
  }));

const shares: fc.Arbitrary<PrintedTarget> = fc
  .tuple(fc.constantFrom(...SIGNS), fc.integer({ min: 2, max: 100 }), fc.constantFrom('%', '％', '‰'))
  .map(([[before, behind, sign], value, mark]) => ({
    printed: `${before}${value}${mark}${behind}`,
    meaning: `${sign} ${value} ${mark.replace('％', '%')}`,
  }));

/** 35 → 叁拾伍. */
const inCapitals = (value: number): string =>
  inWords(value).replace(
    /./g,
    (letter) => '零壹贰叁肆伍陆柒捌玖拾佰'['零一二三四五六七八九十百'.indexOf(letter)] ?? letter,
  );

/** T tens and O ones in words; N the two together. */
const SHARES_IN_WORDS = [
  ['T成O', '= N %'],
  ['T成以上', '>= T %'],
  ['不低于T成', '>= T %'],
  ['半数以上', '>= 50 %'],
  ['过半', '> 50 %'],
  ['四分之三', '= 75 %'],
  ['½', '= 50 %'],
  ['百分之T十O以上', '>= N %'],
] as const;
/** What nobody has counted, or said, or what stands elsewhere. */
const NOT_SAID = [
  ...'待定 另行通知 见附件 详见附件3 同上 暂无 据实结算 不适用 以合同为准 待上级下达后确定 √ —— N/A'.split(' '),
  ...'汛期前 春节前 开学前完成 供暖期前 国庆节前 两三次 数十场 百余人次 若干 翻一番 三分之二以上 1/3'.split(' '),
  ...'新增三家 提升两成 3次以下人员 5天以内人员 每月两三次 前三名 ≥9场（含线上） 1200+份 1个半小时 9*3场 4K 一周一次'.split(
    ' ',
  ),
];

const words: fc.Arbitrary<PrintedTarget> = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('次', '件', '个', '场', '户', '公里', '亩', '人', '平方米', ''),
    )
    .map(([value, of]) => ({
      printed: `${inWords(value)}${of}`,
      meaning: `= ${value} ${of}`.trim(),
    })),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(...SHARES_IN_WORDS))
    .map(([tens, ones, [form, meaning]]) => ({
      printed: form.replace('T', NUMERALS[tens] ?? '').replace('O', NUMERALS[ones] ?? ''),
      meaning: meaning.replace('N', String(10 * tens + ones)).replace('T', String(10 * tens)),
    })),
  fc.integer({ min: 1, max: 999 }).map((value) => ({
    printed: `${inCapitals(value)}万元${value % 2 === 0 ? '' : '整'}`,
    meaning: `= ${value} 万元`,
  })),
  fc.constantFrom(...NOT_SAID).map((printed) => ({ printed, meaning: null })),
  fc.integer({ min: 1, max: 99 }).map((value) => ({ printed: `百分之${inWords(value)}`, meaning: `= ${value} %` })),
  fc
    .tuple(
      fc.constantFrom('约N次', 'N余次', 'N多人', 'N次左右', '近N件', '大约N户', 'N来次', 'N%完成', 'NA级', '增加N次'),
      fc.integer({ min: 2, max: 90 }),
    )
    .map(([form, value]) => ({ printed: form.replace('N', String(value)), meaning: null })),
  fc
    .constantFrom(
      ...'健全 有效提升 一流 长期 十分满意 零距离服务 零容忍 统一规范 四通八达 提前完成 名列前茅 按计划完成'.split(' '),
    )
    .map((text) => ({ printed: text, meaning: `"${text}"` })),
);

const none: fc.Arbitrary<PrintedTarget> = fc.oneof(
  fc
    .constantFrom('0', '0起', '0次', '=0件', '零', '零起', '０起', '≤0起', '不超过0起', '无', '0例')
    .map((printed) => ({ printed, meaning: `<= 0 ${/[起次件例]/.exec(printed)?.[0] ?? ''}`.trim(), name: '安全事故' })),
  fc
    .constantFrom('零发生', '零事故', '0事故', '确保零事故', '零安全事故', '安全生产零事故')
    .map((printed) => ({ printed, meaning: '<= 0', name: '安全事故' })),
  fc.constantFrom('不发生', '杜绝').map((printed) => ({ printed, meaning: `"${printed}"`, name: '安全事故' })),
);

const LAST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const iso = (month: number, day = LAST[month - 1] ?? 0): string =>
  `by ${YEAR}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
/** M month, W month in words, D day, V day in words, Q quarter, H half. */
const DAYS: readonly (readonly [form: string, of: 'day' | 'month' | 'quarter' | 'half' | 'year'])[] = [
  ...[
    'M月D日前',
    'M月D日之前',
    'M月D日',
    'Y年M月D日前',
    'Y-M-D前',
    'Y.M.D',
    'Y/M/D前',
    'M月D号前',
    'W月V日前',
    '于M月D日前完成',
    'M月D日前完成',
    '不晚于M月D日',
    '截至M月D日',
    '≤Y年M月D日',
    '确保M月D日前完工',
    'Y年W月V日前',
    'Z年W月V日前',
  ].map((form) => [form, 'day'] as const),
  ...[
    'M月底前',
    'M月末前',
    'Z年W月底前',
    'M月前',
    'Y年M月前',
    'Y年M月底',
    'W月底前',
    'Y年M月',
    'M月份前',
    '于M月底前报送',
    'M月底前完成',
    'Y年M月底前全部完成',
  ].map((form) => [form, 'month'] as const),
  ...['Q季度前', 'Q季度末', '第Q季度前', 'Q季度底前完成', 'Q季度前完成', 'Y年Q季度前', 'Y年第Q季度末前'].map(
    (form) => [form, 'quarter'] as const,
  ),
  ...['H半年', 'H半年完成', 'H半年前', 'Y年H半年'].map((form) => [form, 'half'] as const),
  ...[
    '年底前',
    '年末前',
    'Y年底前',
    'Y年年底前',
    '当年底前',
    '本年底前',
    '年底前完成',
    '年度内',
    'Y年内',
    'Y年底',
    '当年年底前',
    '12月底前',
  ].map((form) => [form, 'year'] as const),
];
const days: fc.Arbitrary<PrintedTarget> = fc
  .tuple(
    fc.constantFrom(...DAYS),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom((text: string) => text, wide),
  )
  .map(([[form, of], month, day, print]) => {
    const quarter = Math.ceil(month / 3);
    const half = Math.ceil(month / 6);
    const printed = form
      .replace('Y', String(YEAR))
      .replace('Z', '二〇三一')
      .replace('M', String(month))
      .replace('W', inWords(month))
      .replace('D', String(day))
      .replace('V', inWords(day))
      .replace('Q', NUMERALS[quarter] ?? '')
      .replace('H', half === 1 ? '上' : '下');
    const meaning = {
      day: iso(month, day),
      month: iso(month),
      quarter: iso(3 * quarter),
      half: iso(6 * half),
      year: iso(12),
    }[of];
    return { printed: print(printed), meaning };
  });

const spans: fc.Arbitrary<PrintedTarget> = fc
  .tuple(
    fc.constantFrom(
      'A-B月',
      'Y.0A-Y.12',
      'Y年A月至B月',
      'Y年A月-Y年B月',
      '每月A0日前',
      'A0日前',
      '每季度末',
      '每月底前',
      '每年A月底前',
    ),
    fc.integer({ min: 1, max: 2 }),
    fc.integer({ min: 3, max: 12 }),
  )
  .map(([form, from, to]) => ({
    printed: form.replaceAll('Y', String(YEAR)).replace('A', String(from)).replace('B', String(to)),
    meaning: form.startsWith('每年') ? iso(from) : null,
  }));

/** Any printed form of a target, with what it means. */
export const printedTarget: fc.Arbitrary<PrintedTarget> = fc.oneof(
  { arbitrary: counts, weight: 4 },
  ranges,
  { arbitrary: periods, weight: 2 },
  shares,
  { arbitrary: words, weight: 2 },
  none,
  { arbitrary: days, weight: 4 },
  spans,
);
