import type { Period } from '../indicator.js';

/** A unit is a short word; digits (but m2), signs, brackets or clauses in it mean that more was said than we can read. */
const WORD = /^(?=[\p{L}%‰°℃℉㎀-㏿])(?:[^\d<>=≥≤≧≦~～,;:。、!?()[\]"'*]{1,12}|k?m[23])$/u;
/** What was said besides the unit: 100%完成, 60余次, 5次左右. */
const SAYS_MORE =
  /^来(?!访|信|电|华)|左右|上下|以来|之间|以前|前$|余|多|完成|达标|通过|合格|达到|实现|百分之|[年月周日]初|底$|末$|级$|星$|等$|及|且|均|不|响应|办结|到[场达]|未定|待定|暂定|预计|另|封顶|.起$|以[上下内外]|之[内外前后]|半(?!径)/;
/** ℃, ㎡ and their like, kW·h, 人/次; what else is no letter is a mark that somebody left. */
const NO_LETTER = /[^\p{L}%‰°℃℉㎀-㏿/·²³23-]/u;
/** A time that goes on in words is a deadline or a span, and no unit: 24小时响应, 30天办结, 6月起. */
const TIME_WITH_WORDS =
  /^(?:个?工作日|个月|小时|分钟|[天日月年周])(?=\p{Script=Han})(?!度|[人次均]|票|报|刊|费|活|租|薪|嫂|饼)/u;
/** Footnote marks, exponents and arrows; m² and m³ are units. */
export const MARKS = /(?<!m)[²³]|[⁰¹⁴-⁹①-⓿❶-➓†‡§*+↑↓→←]/gu;
const LATIN =
  /^(?![KG]$)(?:[kcm]?m[²³23]?|[km]?g|m?l|t|h|min|s|[kmgt]b|[kmg]?w?h?|v|[kmg]?hz|[kmg]bps|db|ha|[km]?pa|ph|ppm|tce|usd|℃)$/i;

/** 林业局 and 林业科 in a column 单位; 个行政村 is counted. */
const OFFICE = /^(?![个家所座处间名条支]).{2,}(?:[局委厅府科股镇乡]|办公室|中心|街道|大队)$/u;

/** Whether a text can be the unit of a number, such as 次, 万元, 人/次, m2. */
export function isUnit(text: string): boolean {
  if (
    !WORD.test(text) ||
    text.search(MARKS) >= 0 ||
    NO_LETTER.test(text) ||
    TIME_WITH_WORDS.test(text) ||
    OFFICE.test(text) ||
    (SAYS_MORE.test(text) && !/^(?:多(?:边|方)|余热)/.test(text))
  )
    return false;
  if (/[%‰]/.test(text)) return /^[%‰]$/.test(text);
  return !/[A-Za-z]/.test(text) || text.split(/[/·]/).every((part) => LATIN.test(part) || !/[A-Za-z]/.test(part));
}

/** How many of these a year has, for what cannot be judged anew each time; 0 where that is not certain. */
export const UNSUPPORTED_PERIODS: Readonly<Record<string, number>> = {
  ...{
    周: 52,
    星期: 52,
    旬: 36,
    天: 365,
    日: 365,
    双月: 6,
    两个月: 6,
    两月: 6,
    半月: 24,
    半个月: 24,
    两周: 26,
    双周: 26,
  },
  ...{ 学期: 2, 工作日: 0, 班: 0, 小时: 0 },
};
const SUPPORTED: Readonly<Record<string, Period | 'year'>> = {
  ...{
    月: 'month',
    月度: 'month',
    季度: 'quarter',
    季: 'quarter',
    半年: 'half-year',
    年: 'year',
    年度: 'year',
    全年: 'year',
  },
};
const NAMES = [...Object.keys(UNSUPPORTED_PERIODS), ...Object.keys(SUPPORTED)]
  .sort((a, b) => b.length - a.length)
  .join('|');
const BEFORE = new RegExp(
  `^(?:每(?:一|个|1个?)?(${NAMES})|(月|季度|季|周|日|年)均|一个?(周|月|季度|季|年|天|日)(?=[一二两三四五六七八九十\\d]+[次期篇场]$)|(季度|全年|年度|年内)(?=[\\d<>=≥≤≧≦⩾⩽不至]))`,
);
const BEHIND = new RegExp(`(?:[/每]个?|/每个?)(${NAMES})((?:及其?)?以[上下]|以内|之内|内)?$`);
/** 元/天, 元/人/天 are prices: they say what one costs, not how often. */
const PRICE = /元(?:\/[^/\d]{1,4})*$/;
/** 8000元/年 is what one gets in a year; 50万元/年 is an amount of the year. */
const YEARLY_PRICE = /(?<![万亿])元(?:\/[^/\d]{1,4})*$/;

/** `≥4篇/月`, `每季度1次` without their period; a period is one that is judged anew, `year`, or one of `UNSUPPORTED_PERIODS`. */
export function periodAround(text: string): { period: string | null; rest: string } {
  const before = BEFORE.exec(text);
  if (before) {
    const name = (before.slice(1).find(Boolean) ?? '').replace('全年', '年').replace('年内', '年');
    return { period: SUPPORTED[name] ?? name, rest: text.slice(before[0].length) };
  }
  const behind = BEHIND.exec(text);
  if (!behind) return { period: null, rest: text };
  const [whole, name = '', ending = ''] = behind;
  const rest = `${text.slice(0, -whole.length)}${ending}`;
  const period = SUPPORTED[name] ?? name;
  const isPrice = period === 'year' ? YEARLY_PRICE.test(rest) : PRICE.test(rest) && SUPPORTED[name] === undefined;
  return isPrice ? { period: null, rest: text } : { period, rest };
}
