import { chineseNumber } from './chinese-number.js';
import { isLocalDate, lastDayOf } from '../calendar/local-date.js';
import { monthOf } from '../calendar/month.js';
import type { LocalDate } from '../calendar/working-days.js';

/**
 * What a printed target says of days: the last day on which a thing may be completed, or something that needs a question
 * (from one month to another, a day of every month); `suggestion` is the day that is most likely meant.
 */
export type TargetDay =
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'unclear'; readonly suggestion: LocalDate | null };

const UNCLEAR: TargetDay = { kind: 'unclear', suggestion: null };

const FLOOR = /^(?:>=?|=>|[≥≧⩾]|不早于|不少于)/;
const CEILING = /^(?:<=?|=<|[≤≦⩽]|=)/;
const INTRODUCED =
  /^(?:应|须|需|确保|力争|计划|预计|争取|原则上)?(?:于|在|到|截至|截止到?|不晚于|不迟于|不超过)?(?:本|当|今)?(?=\d|年|第|[一二三四上下])/;
const VERBS =
  '完成|完工|竣工|办结|到位|建成|投入使用|投用|报送|上报|验收|交付|上线|实现|开工|启动|拨付|支付|下达|结束|落实|发放|兑付|兑现|印发|公开|实施|采购';
const DONE = new RegExp(
  `(及以前|之前|以前|前|止|之内|以内|内)?(?:(?:全部|全面|基本|按时|按期)?(?:${VERBS}){1,2}(?:完毕|工作|任务)?)?$`,
);

interface Spoken {
  readonly year: number;
  readonly month: number;
  /** null: the last of the month. */
  readonly day: number | null;
  /** It can be taken for something else, such as 12月 for twelve months. */
  readonly isVague?: boolean;
}
type Form = readonly [RegExp, (groups: readonly (string | undefined)[], year: number, end: string) => Spoken];

const number = (digits: string | undefined): number => Number(digits ?? 0);
const QUARTER = '一二三四';
const TENTHS: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 };
/** Each with the year that it prints, or the fiscal year. */
const FORMS: readonly Form[] = [
  [
    /^(20\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?$/,
    ([y, m, d]) => ({ year: number(y), month: number(m), day: number(d) }),
  ],
  [
    /^(20\d\d)(\d\d)(\d\d)$/,
    ([y, m, d], _, end) => ({ year: number(y), month: number(m), day: number(d), isVague: end === '' }),
  ],
  [/^()年?度?(\d{1,2})月(\d{1,2})(?:日|号)?$/, ([, m, d], year) => ({ year, month: number(m), day: number(d) })],
  [
    /^(?:(20\d\d)年度?|年度?)?(\d{1,2})月份?(底|末|下旬|中旬|上旬|初)?$/,
    ([y, m, part = ''], year, end) => ({
      year: y ? number(y) : year,
      month: number(m),
      day: TENTHS[part] ?? null,
      isVague: part === '初' || (!y && part === '' && end.endsWith('内')),
    }),
  ],
  [
    /^(20\d\d)[-./](\d{1,2})$/,
    ([y, m], _, end) => ({ year: number(y), month: number(m), day: null, isVague: end === '' }),
  ],
  [
    /^(?:(20\d\d)年度?|年度?)?第?([一二三四1-4])季度(?:底|末)?$/,
    ([y, q = ''], year) => ({
      year: y ? number(y) : year,
      month: 3 * (QUARTER.indexOf(q) + 1 || number(q)),
      day: null,
    }),
  ],
  [
    /^(?:(20\d\d)年度?|年度?)?(上|下)半年(?:底|末)?$/,
    ([y, half], year) => ({ year: y ? number(y) : year, month: half === '上' ? 6 : 12, day: null }),
  ],
  [/^(?:(20\d\d)年度?|年度?)年?(?:底|末|终)$/, ([y], year) => ({ year: y ? number(y) : year, month: 12, day: null })],
  [
    /^(?:(20\d\d)年度?|年度?)$/,
    ([y], year, end) => ({ year: y ? number(y) : year, month: 12, day: null, isVague: !end.endsWith('内') }),
  ],
];

/** 2031.01-2031.12, 1-12月, 2031-2033年, 2031年1月1日至12月31日 */
const SPAN = /^[从自]?([\d年月日./底末度]+)起?(?:[-–—~～]+|至|到)(?:当年|本年)?([\d年月日./底末度]+)(?:止|之间|期间)?$/;
const SPEAKS_OF_MONTHS = /20\d\d[年./]|月|20\d\d[-–—~～至到]+20\d\d/;
const REPEATED = /^(?:每|各|次).{0,3}月.{0,3}\d{1,2}(?:日|号)|^每.{1,3}(?:底|末|初)|^\d{1,2}(?:日|号)(?:之|以)?前/;

/**
 * Reads a day such as 12月底前, 2026年6月前, 9月30日前, 年底前, 三季度末 (design, domain §3); a month alone means its last day.
 * null where the text speaks of no day. `fiscalYear` is the year of a day that does not print its own. The text has ASCII digits
 * and no spaces.
 */
export function targetDay(printed: string, fiscalYear: number | null): TargetDay | null {
  const text = inDigits(printed);
  if (REPEATED.test(text)) return UNCLEAR;
  const bare = text.replace(FLOOR, '').replace(CEILING, '').replace(INTRODUCED, '');
  const end = DONE.exec(bare)?.[0] ?? '';
  const core = bare.slice(0, bare.length - end.length);
  const span = SPAN.exec(core);
  if (span && SPEAKS_OF_MONTHS.test(core) && !core.includes('个月')) return spanOf(span, fiscalYear);
  const spoken = spokenDay(core, fiscalYear, end);
  if (!spoken) return beforeEvent(core, end, fiscalYear);
  const day = dayOf(spoken);
  if (day === null || FLOOR.test(text)) return UNCLEAR;
  // ≤6月 may mean six months.
  const isDuration = CEILING.test(text) && /^\d{1,2}月$/.test(core);
  return spoken.isVague === true || isDuration ? { kind: 'unclear', suggestion: day } : { kind: 'day', day };
}

/** The last day before a festival that has the same date each year. */
const FESTIVALS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  ...{ 五一: [4, 30], 劳动节: [4, 30], 五一劳动节: [4, 30], 七一: [6, 30], 建党节: [6, 30], 八一: [7, 31] },
  ...{
    建军节: [7, 31],
    教师节: [9, 9],
    十一: [9, 30],
    国庆: [9, 30],
    国庆节: [9, 30],
    十一国庆: [9, 30],
    年中: [6, 30],
  },
};
const EVENT = /^\p{Script=Han}{1,8}$/u;
/** 提前, 空前, 名列前: no event stands before 前. */
const NO_EVENT = /^[位名居排走站事]|(?:提|目|当|日|空|以|超|生|跟|眼|面|之|从|向|居|靠|列|往|先|全[国省市县区])$/;

/** 汛期前, 春节前完成: before something whose day only a person knows. */
function beforeEvent(core: string, end: string, fiscalYear: number | null): TargetDay | null {
  if (!/^(?:以前|之前|前)/.test(end) || !EVENT.test(core) || NO_EVENT.test(core)) return null;
  const [month, day] = FESTIVALS[core] ?? [];
  if (month === undefined || day === undefined) return UNCLEAR;
  return { kind: 'unclear', suggestion: dayOf({ year: fiscalYear ?? 0, month, day }) };
}

const NUMERALS = '零一二三四五六七八九';

/** 二〇三一年六月三十日 with the numbers in digits. */
function inDigits(text: string): string {
  return text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((letter) => (letter === '〇' ? 0 : NUMERALS.indexOf(letter))).join(''),
    )
    .replace(/[一二三四五六七八九十]+(?=[月日号])/g, (words) => chineseNumber(words) ?? words);
}

function spokenDay(core: string, fiscalYear: number | null, end: string): Spoken | null {
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(core);
    if (match) return read(match.slice(1), fiscalYear ?? 0, end);
  }
  return null;
}

function dayOf({ year, month, day }: Spoken): LocalDate | null {
  if (year === 0 || month < 1 || month > 12) return null;
  const text =
    day === null ? lastDayOf(monthOf(year, month)) : `${monthOf(year, month)}-${String(day).padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
}

/** Most likely the end of the span is meant. */
function spanOf([, from = '', to = '']: RegExpExecArray, fiscalYear: number | null): TargetDay {
  const year = Number(/20\d\d/.exec(from)?.[0] ?? fiscalYear ?? 0);
  const last =
    spokenDay(/^\d{1,2}$/.test(to) ? `${to}月` : to, year, '内') ?? spokenDay(to.replace(/\.?$/, ''), year, '内');
  return { kind: 'unclear', suggestion: last && dayOf(last) };
}
