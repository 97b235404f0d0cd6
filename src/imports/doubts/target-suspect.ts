import { exact, HUNDRED, plain } from '../../domain/exact.js';
import { HARM } from '../../domain/printed/target-words.js';
import { eachIndicator, type Finding } from './doubt-check.js';

const ONE = exact('1');
/** What can pass 100 %. */
const GROWS = /增长|增幅|增速|增加|提高|提升|同比|增值|翻番|完成率|超额/;

/** What is a share by its name. */
const SHARE = /率$|率[（(]|比例|占比|比重|满意度$/;

/**
 * 0.95 with the unit %, or of a share without any unit, is 95 % in a cell without a format, or 0.95 %; 292 % of what has 100
 * at most is a slip.
 */
export const percentScale = eachIndicator('percent-scale', ({ name, target, unit, comparator, raw, places }) => {
  if (target === null || comparator === null || comparator === 'by' || comparator === 'qualitative') return null;
  const value = exact(target);
  const isBare = unit === null && SHARE.test(name) && value.gt(0) && value.lte(HUNDRED);
  if (unit !== '%' && !isBare) return null;
  if (isBare && value.gt(ONE)) return withoutUnit(name, raw);
  const isCeiling = comparator === '<=' || comparator === '<';
  // ≤0.5% in one cell says what it means; a unit in a column of its own does not.
  const isSmall =
    (target.includes('.') || unit === null) &&
    value.lte(ONE) &&
    value.gt(0) &&
    !(unit === '%' && isCeiling && places.unit === undefined);
  if (isSmall) {
    const sign = /^[^\d.-]*/.exec(raw)?.[0] ?? '';
    const answers = [`${sign}${plain(value.mul(HUNDRED))}%`, `${sign}${target}%`].map((text) => ({
      label: { zh: text, en: text },
      part: 'decisions' as const,
      value: { target: text },
    }));
    const zh = `“${name}”的指标值“${raw}”按 ${target}${unit ?? ''} 读取。是 ${plain(value.mul(HUNDRED))}%，还是 ${target}%？`;
    const en = `The target “${raw}” of “${name}” was read as ${target} ${unit ?? 'without a unit'}. Is it ${plain(value.mul(HUNDRED))} % or ${target} %?`;
    return { severity: 'warning', message: { zh, en }, answers };
  }
  if (!value.gt(HUNDRED) || GROWS.test(name)) return null;
  const zh = `“${name}”的指标值“${raw}”大于 100%，请核对。`;
  const en = `The target “${raw}” of “${name}” is above 100 %. Please check.`;
  return { severity: 'warning', message: { zh, en } };
});

/** 95 of satisfaction can be 95 % or 95 points. */
function withoutUnit(name: string, raw: string): Finding {
  const meant = name.includes('满意') ? ['%', '分'] : ['%'];
  const answers = meant.map((unit) => ({
    label: { zh: `${raw}${unit}`, en: `${raw}${unit}` },
    part: 'decisions' as const,
    value: { target: `${raw}${unit}` },
  }));
  const zh = `“${name}”的指标值“${raw}”没有单位，是 ${raw}% 吗？`;
  const en = `The target “${raw}” of “${name}” has no unit. Is it ${raw} %?`;
  return { severity: 'warning', message: { zh, en }, answers };
}

const COUNTED = new Set(['起', '件', '次', '例', '人', '人次', '宗', '个']);

/** =0 accidents are a ceiling: one accident loses all, and none can be below it. ≥0 accidents are no target at all. */
export const zeroTarget = eachIndicator('zero-target', ({ name, target, unit, comparator, raw }) => {
  if ((comparator !== '=' && comparator !== '>=') || target === null || !exact(target).equals(0)) return null;
  if (unit !== null && !COUNTED.has(unit)) return null;
  if (!HARM.test(name) && !HARM.test(raw)) return null;
  const ceiling = `≤0${unit ?? ''}`;
  const answers = [
    {
      label: { zh: `按“${ceiling}”`, en: `take it as “${ceiling}”` },
      part: 'decisions' as const,
      value: { target: ceiling },
    },
  ];
  const isAlwaysMet = comparator === '>=';
  const why = isAlwaysMet
    ? { zh: '发生多少起都算完成', en: 'any number of cases meets it' }
    : { zh: '是零目标：发生一起即不得分', en: 'is zero: one case loses all the points' };
  const zh = `“${name}”的指标值“${raw}”${why.zh}。建议写成“${ceiling}”。`;
  const en = `The target “${raw}” of “${name}”: ${why.en}. Better written “${ceiling}”.`;
  return { severity: 'warning', message: { zh, en }, answers };
});

const OPEN = /以上|以下|封顶|起步|[^\d不]起$|\d起(?=[^\s])/;
const SIGNED = /^(?:[≥≤≧≦>＞<＜《》]|[不大小高低少多超至控])/;

/** 以上 and 以下 include the number itself in Chinese drafting; said once so that nobody wonders. */
export const numberOpen = eachIndicator('number-approximate', ({ name, raw, comparator, unit }) => {
  if ((comparator !== '>=' && comparator !== '<=') || SIGNED.test(raw.trim())) return null;
  const [word] = OPEN.exec(raw.trim()) ?? [];
  if (word === undefined || unit?.includes('起')) return null;
  const said = word.replace(/^.*起$/, '起');
  const sign = comparator === '>=' ? '≥' : '≤';
  const zh = `“${name}”的指标值“${raw}”按“${sign}”读取（“${said}”含本数），请核对。`;
  const en = `The target “${raw}” of “${name}” was read as ${sign} (${said} includes the number). Please check.`;
  return { severity: 'info', message: { zh, en } };
});

/** A day of another year is never due in the year of the sheet. */
export const dayOutsideYear = eachIndicator('date-unclear', ({ name, raw, comparator, target }, { fiscalYear }) => {
  if (comparator !== 'by' || target === null || fiscalYear === null || target.startsWith(`${fiscalYear}-`)) return null;
  const zh = `“${name}”的期限“${raw}”（${target}）不在 ${fiscalYear} 年度内，请核对。`;
  const en = `The day “${raw}” of “${name}” (${target}) is not in ${fiscalYear}. Please check.`;
  return { severity: 'warning', message: { zh, en } };
});

const OF_TIME = /时间|日期|期限|时限|及时|时效|进度|完工|竣工|完成$/;
const OF_COUNT = /(?:次|人|户|个|件|场|期|份|项|数|数量|率|比例|金额)$/;
const DUE = /[前底末止内]|完成/;
/** Of a day in the years that matter, as a spreadsheet counts it without its format. */
const DAY_NUMBER = /^(?:4[3-9]|5[0-9])\d{3}$/;
const YEAR = /^20\d{2}$/;

/** 1-3 that a spreadsheet made a day of; a day that it shows as its number; a year that is no amount. */
export const dayMisread = eachIndicator('date-unclear', ({ name, raw, comparator, target, unit }) => {
  const isCount = comparator === 'by' && OF_COUNT.test(name) && !OF_TIME.test(name) && !DUE.test(raw);
  const isDay = comparator === '=' && unit === null && OF_TIME.test(name) && target !== null;
  if (isCount) {
    const zh = `“${name}”的指标值“${raw}”按日期（${target}）读取，可能是表格软件把 1-3 这样的数改成了日期，请核对。`;
    const en = `The target “${raw}” of “${name}” was read as the day ${target}; a spreadsheet may have made a day of numbers such as 1-3. Please check.`;
    return { severity: 'warning', message: { zh, en } };
  }
  if (!isDay || !(DAY_NUMBER.test(target) || YEAR.test(target))) return null;
  const zh = `“${name}”的指标值“${raw}”按数字读取，可能是日期或年份，请填写期限。`;
  const en = `The target “${raw}” of “${name}” was read as a number and may be a day or year. Enter the day.`;
  return { severity: 'warning', message: { zh, en } };
});

/** ≥95% for a name, and 考核合格率 for its target. */
export const nameSwapped = eachIndicator('target-unparsed', ({ name, raw, qualitative }) => {
  if (!qualitative || !/^(?:[≥≤≧≦<>＜＞=＝]\s*\d|\d+(?:\.\d+)?\s*[%％]?$)/.test(name)) return null;
  const zh = `指标名称“${name}”像指标值，指标值“${raw}”像名称，可能填反了，请核对。`;
  const en = `The name “${name}” looks like a target and the target “${raw}” like a name; they may be swapped. Please check.`;
  return { severity: 'warning', message: { zh, en } };
});
