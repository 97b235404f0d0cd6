import { exact, isDecimal } from './exact.js';
import type { Comparator, Period } from './indicator.js';

/** What a printed 指标值 such as `>=4篇/月` says. Numbers are decimal strings. */
export interface TargetValue {
  readonly comparator: Comparator;
  /** The number, the lower end of a range, or the text of a qualitative target. */
  readonly target: string;
  readonly targetUpper: string | null;
  readonly unit: string | null;
  readonly per: Period | null;
  readonly qualitative: boolean;
}

type Sign = Exclude<Comparator, 'range' | 'by' | 'qualitative'>;

/** Longest first: 大于 must not swallow the beginning of 大于等于, nor 不低于 be read as 低于. */
const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/^(?:>=|=>|》=|[≥≧⩾])/, '>='],
  [/^(?:<=|=<|《=|[≤≦⩽])/, '<='],
  [/^(?:大于或?等于|高于或?等于|不少于|不低于|不小于|不得少于|不得低于|至少)/, '>='],
  [/^(?:小于或?等于|低于或?等于|不超过|不高于|不多于|不大于|不得超过|不得高于|至多|控制在)/, '<='],
  [/^(?:>|》|大于|高于|超过|多于)/, '>'],
  [/^(?:<|《|小于|低于|少于)/, '<'],
  [/^(?:=|等于)/, '='],
];
/** Words behind the unit that say as much as a sign: in Chinese drafting 以上 and 以内 include the number itself. */
const ENDINGS: readonly (readonly [RegExp, Sign])[] = [
  [/(?:及其?以上|以上)$/, '>='],
  [/(?:及其?以下|以下|以内|之内|内)$/, '<='],
];
const NUMBER = /^-?\d[\d,]*(?:\.\d+)?/;
const THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const DASH = /^(?:[-–—~～]+|至|到)/;
const MONTHLY = /^(?:每个?月|月均)/;
const PER_MONTH = /(?:[/每]个?|\/每)月$/;
const PER_YEAR = /(?:\/|每|\/每)年$/;
/** 100百分比, 95个百分点 */
const PERCENT = /^(?:百分比|百分数|个?百分点)$/;
/** A unit is a short word; digits (but m2), signs, brackets or clauses in it mean that more was said than we can read. */
const UNIT = /^(?![.])(?:[^\d<>=≥≤≧≦~～,;:。、!?()[\]"'*]{1,12}|k?m[23])$/;
/** Nothing but strokes, or a word for "none": the cell was left blank. */
const BLANK = /^(?:[-–—/\\.*]*|无)$/;
/** Longer text is prose in the wrong cell. */
const LONGEST = 200;

/**
 * Reads a printed target value (design, domain §10): `≥16 年`, `<=6天`, `≤24 小时内`, `３～５次`, `不少于4篇/月`, `提升`.
 * null when it cannot be read for certain, such as `提升10%` or `约60次`: a person must say what is meant.
 */
export function parseTargetValue(raw: string): TargetValue | null {
  if (raw.length > LONGEST) return null;
  const text = asciiForms(raw);
  if (BLANK.test(text)) return null;
  const monthly = MONTHLY.test(text);
  const sign = leading(text.replace(MONTHLY, ''), SIGNS);
  const rest = sign.rest.replace(/^(?:达到|达)/, '');
  if (NUMBER.test(rest)) return numeric(sign.found, rest, monthly);
  const isText = !/[\d<>≥≤]|百分之/.test(rest) && rest !== '' && (sign.found === null || sign.found === '=');
  return isText ? qualitative(raw, rest, sign.found) : null;
}

function numeric(sign: Sign | null, text: string, monthly: boolean): TargetValue | null {
  const lower = number(text);
  const upper = upperEnd(lower.rest);
  const tail = unitAndPeriod(upper?.rest ?? lower.rest);
  if (lower.value === null || tail === null || (sign && tail.sign && tail.sign !== sign)) return null;
  const { unit } = tail;
  const value = { unit, per: monthly || tail.monthly ? ('month' as const) : null, qualitative: false };
  if (!upper) {
    return { comparator: sign ?? tail.sign ?? '=', target: lower.value, targetUpper: null, ...value };
  }
  const isRange = (sign === null || sign === '=') && tail.sign !== '>=';
  if (!isRange || upper.value === null || exact(upper.value).lt(exact(lower.value))) return null;
  if (upper.lowerUnit !== '' && upper.lowerUnit !== unit) return null;
  return { comparator: 'range', target: lower.value, targetUpper: upper.value, ...value };
}

/** `3-5次` and `3次-5次`; undefined where there is one number only. */
function upperEnd(text: string): { value: string | null; rest: string; lowerUnit: string } | undefined {
  const [lowerUnit = ''] = /^[^\d<>=–—~～至到-]{0,6}/.exec(text) ?? [];
  const behind = text.slice(lowerUnit.length);
  const upper = behind.replace(DASH, '');
  return upper !== behind && NUMBER.test(upper) ? { ...number(upper), lowerUnit } : undefined;
}

function number(text: string): { value: string | null; rest: string } {
  const [found = ''] = NUMBER.exec(text) ?? [];
  const digits = THOUSANDS.test(found) ? found.replaceAll(',', '') : found;
  const canonical = digits.replace(/^(-?)0+(?=\d)/, '$1');
  return { value: isDecimal(canonical) ? canonical : null, rest: text.slice(found.length) };
}

function unitAndPeriod(text: string): { unit: string | null; monthly: boolean; sign: Sign | null } | null {
  const ending = ENDINGS.find(([words]) => words.test(text));
  const counted = ending ? text.replace(ending[0], '') : text;
  const monthly = PER_MONTH.test(counted);
  const unit = counted.replace(PER_MONTH, '').replace(PER_YEAR, '').replace(PERCENT, '%');
  if (unit !== '' && (!UNIT.test(unit) || /左右|以来|之间/.test(unit))) return null;
  return { unit: unit === '' ? null : unit, monthly, sign: ending?.[1] ?? null };
}

/** The text is kept as printed: only a leading equals sign and the spaces around it go. */
function qualitative(raw: string, rest: string, sign: Sign | null): TargetValue {
  const target = sign === null ? raw.trim() : rest;
  return { comparator: 'qualitative', target, targetUpper: null, unit: null, per: null, qualitative: true };
}

function leading(text: string, signs: typeof SIGNS): { found: Sign | null; rest: string } {
  const match = signs.find(([words]) => words.test(text));
  return match ? { found: match[1], rest: text.replace(match[0], '') } : { found: null, rest: text };
}

/** Full-width forms (６０％ ＞＝ ～) and small ones (﹤ ﹥ ﹦) to ASCII, without spaces; units such as ㎡ stay as they are. */
function asciiForms(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('﹤', '<')
    .replaceAll('﹥', '>')
    .replaceAll('﹦', '=')
    .replace(/\s/g, '');
}
