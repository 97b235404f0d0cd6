import type { Comparator } from '../indicator.js';

/** The comparison that a printed target says in a sign or in words. */
export type Sign = Exclude<Comparator, 'range' | 'by' | 'qualitative'>;

/** Longest first: 大于 must not swallow the beginning of 大于等于, nor 不低于 be read as 低于. */
const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/^(?:>=|=>|》=|[≥≧⩾])/, '>='],
  [/^(?:<=|=<|《=|[≤≦⩽])/, '<='],
  [/^(?:大于或?等于|高于或?等于|不少于|不低于|不小于|不[得能](?:少于|低于|小于)|至少|最少|起码)/, '>='],
  [/^(?:小于或?等于|低于或?等于|不超过|不高于|不多于|不大于|不[得能](?:超过|高于|多于|大于)|至多|最多|控制在)/, '<='],
  [/^(?:>|》|大于|高于|超过|多于)/, '>'],
  [/^(?:<|《|小于|低于|少于)/, '<'],
  [/^(?:=|等于)/, '='],
];
/** Words behind the unit that say as much as a sign: in Chinese drafting 以上 and 以内 include the number itself. */
const ENDINGS: readonly (readonly [RegExp, Sign])[] = [
  [/(?:及其?以上|以上)$/, '>='],
  [/(?:及其?以下|以下|以内|之内|内|封顶)$/, '<='],
  [/(?<=[^\d月日年号天周时钟])起$/, '>='],
];
/** The same words before the unit: 1200以上份, as a unit in a column of its own gives it. 3起事故 counts 起. */
const BEGINNINGS: readonly (readonly [RegExp, Sign])[] = [
  [/^(?:及其?以上|以上|起步)(?=.)/, '>='],
  [/^(?:及其?以下|以下|以内|之内|封顶)(?=.)/, '<='],
  [/^起(?=(?:[份场次人篇批户个条项名家亩吨]|人次|万元|公里)$)/, '>='],
];

interface Found {
  /** null: there is none. */
  readonly found: Sign | null;
  /** The text without it. */
  readonly rest: string;
}

function signBy(words: readonly (readonly [RegExp, Sign])[], text: string): Found {
  const match = words.find(([word]) => word.test(text));
  return match ? { found: match[1], rest: text.replace(match[0], '') } : { found: null, rest: text };
}

/** The sign that a text begins with. */
export const leadingSign = (text: string): Found => signBy(SIGNS, text);

/** What the words around the unit behind a number say. */
export const signAtUnit = (text: string): Found => signBy([...ENDINGS, ...BEGINNINGS], text);

export const printedSign = (sign: Sign): string => sign.replace('>=', '≥').replace('<=', '≤');

/** 1200+ and 95%≥ */
export const signBehind = (text: string): Sign | null =>
  text.includes('+') ? '>=' : leadingSign(/[<>=≥≤]+$/.exec(text)?.[0] ?? '').found;
