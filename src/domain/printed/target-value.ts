import { exact, plain } from '../exact.js';
import type { Comparator, Period } from '../indicator.js';
import { isRoughInWords, numbersInWords } from './number-words.js';
import { targetDay } from './target-day.js';
import { NUMBER, number, numeric } from './target-number.js';
import { leadingSign, printedSign, type Sign, signBehind } from './target-sign.js';
import { perText } from './target-text.js';
import { MARKS, periodAround, UNSUPPORTED_PERIODS } from './target-unit.js';
import { HARM, howOften, isLeftOpen, noneOf } from './target-words.js';

/** What a printed 指标值 such as `>=4篇/月` says. Numbers are decimal strings. */
export interface TargetValue {
  readonly comparator: Comparator;
  /** The number, the lower end of a range, the last day of `by` (`YYYY-MM-DD`), or the text of a qualitative target. */
  readonly target: string;
  readonly targetUpper: string | null;
  readonly unit: string | null;
  readonly per: Period | null;
  readonly qualitative: boolean;
}

/** Why a printed target was not read, with what it most likely means, written as it would be read: `≥104次`, `2031年12月31日前`. */
export interface TargetQuestion {
  readonly code: 'target-unparsed' | 'date-unclear' | 'period-unsupported' | 'number-approximate';
  readonly suggestions: readonly string[];
}

export type TargetReading =
  | { readonly value: TargetValue; readonly question: null }
  | { readonly value: null; readonly question: TargetQuestion };

const ABOUT = /^(?:大约|大概|约|近|将近|接近|不到|上下)/;
/** Behind a number: 60余次, 30多人, 5次左右. */
const MORE_OR_LESS = /^(?:余|多|几|来)(?=\D)|(?:左右|上下)$/;
/** Nothing but strokes, a word for "none", or the error of a formula: the cell says nothing. */
const BLANK = /^(?:[-–—/\\.*]*|无)$/;
/** Behind a value: ≥9场； */
const PUNCTUATION = /[;,.:!。、]+$/;
/** 95%（含）以上 and 95%以上（含95%） say what 以上 says. */
const INCLUSIVE = /\(含(?:本数|本级|\d[\d.]*[%‰]?\p{Script=Han}{0,3})?\)(?=以[上下内]|$)/u;
const NOTHING: TargetValue = {
  ...{ comparator: '=', target: '0', targetUpper: null, unit: null, per: null, qualitative: false },
};
/** Without the mark that ends it, as punctuation is taken off. */
const ERROR = /#(?:N\/A|REF|VALUE|DIV\/0|NAME|NULL|NUM|SPILL|CALC)/i;
/** Longer text is prose in the wrong cell. */
const LONGEST = 200;

/** What a promise may begin with: 实现零投诉, 新增五家. */
const PROMISED =
  /^(?:全年|年内|累计|共计?)?(?:完成|实现|达到?|确保|力争|保持|争取|覆盖|同比|新增|增加|增长|提升|提高|下降|减少|降低)+了?/;

/**
 * Reads a printed target value (design, domain §10): `≥16 年`, `<=6天`, `≤24 小时内`, `３～５次`, `不少于4篇/月`, `1次/季度`,
 * `12月底前`, `零投诉`, `提升`. Nothing is guessed: `提升10%`, `约60次`, `三次`, `2次/周` or `待定` give a question, a person says
 * what is meant.
 * @param fiscalYear the year of a day that does not print its own; null where it is not known
 */
export function readTargetValue(raw: string, fiscalYear: number | null = null): TargetReading {
  const text = raw.length > LONGEST ? '' : asciiForms(raw).replace(PUNCTUATION, '').replace(INCLUSIVE, '');
  if (BLANK.test(text) || ERROR.test(text) || isLeftOpen(text)) return asked('target-unparsed');
  const day = targetDay(text, fiscalYear);
  if (day?.kind === 'unclear') return asked('date-unclear', ...(day.suggestion ? [dayText(day.suggestion)] : []));
  if (day)
    return read({ comparator: 'by', target: day.day, targetUpper: null, unit: null, per: null, qualitative: false });
  const often = howOften(text);
  if (often) return asked('target-unparsed', ...often);
  const { period, rest: counted } = periodAround(text);
  const sign = leadingSign(counted);
  const rest = sign.rest.replace(/^(?:达到|达)/, '');
  const unsupported = UNSUPPORTED_PERIODS[period ?? ''];
  if (unsupported !== undefined) return asked('period-unsupported', ...inAYear(sign.found, rest, unsupported));
  const per = period === 'year' ? null : (period as Period | null);
  const { value, question } = NUMBER.test(rest) ? inDigits(sign.found, rest, per) : inWords(sign.found, rest, raw);
  if (value) return read(value);
  // What is asked anew each month is so in the answer, too.
  return asked(question.code, ...question.suggestions.map((suggestion) => `${suggestion}${perText(per, 'zh')}`));
}

function inDigits(sign: Sign | null, text: string, per: Period | null): TargetReading {
  const value = numeric(sign, text, per);
  const shares = value ? null : numbersInWords(text);
  if (shares) return asked('target-unparsed', ...shares.flatMap((share) => withoutWords(sign, share)));
  if (value) return read(value);
  const [code, ...meant] = doubtIn(sign, text);
  return asked(code, ...(meant.length > 0 ? meant : insideOf(text).flatMap((inside) => withoutWords(sign, inside))));
}

function inWords(sign: Sign | null, text: string, raw: string): TargetReading {
  if (ABOUT.test(text)) return asked('number-approximate', ...withoutWords(sign, text.replace(ABOUT, '')));
  const promised = text.replace(PROMISED, '');
  if (NUMBER.test(promised)) return asked('target-unparsed', ...withoutWords(sign, promised));
  if (isRoughInWords(promised)) return asked('number-approximate');
  const numbers = numbersInWords(promised);
  if (numbers) return asked('target-unparsed', ...numbers.flatMap((number) => withoutWords(sign, number)));
  const none = sign === null || sign === '=' ? noneOf(promised) : null;
  if (none) return none.isHarm ? read(NOTHING) : asked('target-unparsed', '≤0', '=0');
  if (/零\p{Script=Han}{2,8}$/u.test(text) && HARM.test(text)) return asked('target-unparsed', '≤0');
  const isText = !/[\d<>≥≤]|百分之/.test(text) && /\p{L}/u.test(text) && (sign === null || sign === '=');
  return isText ? read(qualitative(raw, text, sign)) : asked('target-unparsed', ...insideOf(text));
}

/** As `readTargetValue`; null where a person must say what is meant. */
export const parseTargetValue = (raw: string, fiscalYear: number | null = null): TargetValue | null =>
  readTargetValue(raw, fiscalYear).value;

const read = (value: TargetValue): TargetReading => ({ value, question: null });
const asked = (code: TargetQuestion['code'], ...suggestions: string[]): TargetReading => ({
  value: null,
  question: { code, suggestions },
});

/** What keeps a number from being read, with the number alone as a suggestion. */
function doubtIn(sign: Sign | null, text: string): [TargetQuestion['code'], ...string[]] {
  const { value, rest } = number(text);
  if (value === null) return ['target-unparsed'];
  // 9*3场 is not 93场.
  if (/[*+×]\d/.test(rest)) return ['target-unparsed'];
  const [, half] = /^个?半(小时|月|天|年)$|^(小时|个?月|天|年)半$/.exec(rest)?.filter(Boolean) ?? [];
  if (half !== undefined && !value.includes('.')) {
    return ['target-unparsed', ...withoutWords(sign, `${value}.5${half === '月' ? '个月' : half}`)];
  }
  const isRough = MORE_OR_LESS.test(rest);
  const tail = rest
    .replace(MORE_OR_LESS, '')
    .replace(MARKS, '')
    .replace(/^[-–—/·_.]+(?=\p{Script=Han})/u, '')
    .replace(/[<>=≥≤]+$|(?<=[%‰]).+$/g, '');
  return [
    isRough ? 'number-approximate' : 'target-unparsed',
    ...withoutWords(sign ?? signBehind(rest) ?? (isRough ? '>=' : null), `${value}${tail}`),
  ];
}

function withoutWords(said: Sign | null, printedText: string): string[] {
  const { found, rest: text } = leadingSign(printedText);
  const sign = said ?? found;
  const value = NUMBER.test(text) ? numeric(sign, text, null) : null;
  // What stands behind the unit says the comparison, too.
  const lead = sign ?? (value?.comparator === '=' ? '=' : null);
  // None of a thing is a ceiling where nobody wants it.
  if (lead === '=' && value?.target === '0') return [`≤${text}`, `=${text}`];
  return value ? [`${lead ? printedSign(lead) : ''}${text}`] : [];
}

/** ≥2次 a week are ≥104次 a year. */
function inAYear(sign: Sign | null, text: string, times: number): string[] {
  const value = NUMBER.test(text) ? numeric(sign, text, null) : null;
  if (value?.targetUpper !== null || times === 0) return [];
  return [`${printedSign(sign ?? '>=')}${plain(exact(value.target).mul(times))}${value.unit ?? ''}`];
}

/** ≥9场（含线上）, （≥9场） and ①≥9场 without what stands around the value. */
function insideOf(text: string): string[] {
  const bare = text
    .replace(/^\(([^()]*)\)$|^["“”'「【[](.*)["“”'」】\]]$/, '$1$2')
    .replace(/^(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳·•▪-])(?=[<>=≥≤])/, '')
    .replace(/\([^()]*\)$/, '');
  const { found, rest } = leadingSign(bare);
  return bare === text ? [] : withoutWords(found, rest);
}

/** The text is kept as printed: only a leading equals sign and the spaces around it go. */
function qualitative(raw: string, rest: string, sign: Sign | null): TargetValue {
  const target = sign === null ? raw.trim() : rest;
  return { comparator: 'qualitative', target, targetUpper: null, unit: null, per: null, qualitative: true };
}

const dayText = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日前');

/** Full-width forms (６０％ ＞＝ ～) and small ones (﹤ ﹥ ﹦) to ASCII, without spaces; units such as ㎡ stay as they are. */
function asciiForms(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('﹤', '<')
    .replaceAll('﹥', '>')
    .replaceAll('﹦', '=')
    .replace(/(?<=\d)[½¼¾]/g, (part) => ({ '½': '.5', '¼': '.25', '¾': '.75' })[part] ?? part)
    .replace(/[¼-¾⅐-⅞]/g, (share) => share.normalize('NFKC'))
    .replace(/\s/g, '');
}
