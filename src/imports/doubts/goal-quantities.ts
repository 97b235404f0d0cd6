import { exact, plain } from '../../domain/exact.js';
import { chineseNumber } from '../../domain/printed/chinese-number.js';

/** A number with its unit in the prose of a goal, and the clause it stands in. */
export interface GoalQuantity {
  readonly number: string;
  readonly unit: string;
  readonly clause: string;
  /** As printed: `不少于4篇`. */
  readonly printed: string;
}

const UNITS =
  '人次|批次|工作日|小时|万元|亿元|公里|平方米|%|％|‰|次|件|篇|批|人|名|个|条|项|份|场|期|台|套|辆|座|户|亩|吨|例|家|处|所|天|日|年|元|棵|株|头|只'.split(
    '|',
  );
const MYRIADS: Readonly<Record<string, string>> = { 万: '10000', 亿: '100000000' };
const SPAN = /(20\d{2}|19\d{2})\s*年?\s*(?:至|到|[-–—~～]+)\s*(20\d{2}|19\d{2})\s*年/g;
const RANK = /(?:排名|位居|位列|进入)[^，。；;,\d]{0,12}?(?:前|第)[一二三四五六七八九十\d]+名?/g;
const SAME_UNIT: Readonly<Record<string, string>> = {
  ...{ 批次: '批', 名: '人', '％': '%', 日: '天', 工作日: '天', 株: '棵' },
};

/** 批次 and 批, 名 and 人 count the same things. */
export function commonUnit(unit: string): string {
  return SAME_UNIT[unit] ?? unit;
}

/** What is longer, or more, is no prose; it would only take time. */
const LONGEST_GOAL = 20_000;
const LONG_PIECE = /[\s\S]{1,200}/g;
const MOST_QUANTITIES = 100;

const NUMERAL = '[零一二三四五六七八九十百千两]';

/** A number, 800 or 八百, and its unit; `5万株` is 5 of 万株 where that is a unit, else 50000 of 株. */
function quantityIn(units: readonly string[]): RegExp {
  const known = [...new Set([...UNITS, ...units])].sort((a, b) => b.length - a.length);
  const unit = known.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(
    `(?<![\\d.第]|${NUMERAL})(\\d[\\d,]{0,15}(?:\\.\\d{1,6})?|${NUMERAL}{2,8})\\s*(?:(${unit})|([万亿])\\s*(${unit}))`,
    'g',
  );
}

/**
 * All numbers that a goal promises. A span of years (2007 年至 2024 年) is its length in 年; dates are no quantities.
 * @param units those of the indicators of its sheet, beside the usual ones
 */
export function goalQuantities(goal: string, units: readonly string[] = []): GoalQuantity[] {
  const pattern = quantityIn(units);
  const quantities = clausesOf(goal.slice(0, LONGEST_GOAL)).flatMap((clause) => {
    const spans = [...clause.matchAll(SPAN)].map(([printed, from, to]) => {
      return { number: String(Number(to) - Number(from) + 1), unit: '年', clause, printed };
    });
    const counts = [...clause.replace(SPAN, ' ').matchAll(pattern)].flatMap((match) => quantity(match, clause));
    const ranks = [...clause.matchAll(RANK)].map(([printed]) => ({ number: '', unit: '名次', clause, printed }));
    return [...spans, ...counts, ...ranks];
  });
  return quantities.slice(0, MOST_QUANTITIES);
}

function quantity([printed, number = '', plainUnit, myriad, counted]: RegExpExecArray, clause: string): GoalQuantity[] {
  const unit = plainUnit ?? counted ?? '';
  const figure = /^\d/.test(number) ? number.replaceAll(',', '') : chineseNumber(number);
  if (figure === null) return [];
  const digits = plain(exact(figure).mul(exact(MYRIADS[myriad ?? ''] ?? '1')));
  const isDate =
    (unit === '年' && /^(?:19|20)\d{2}$/.test(digits)) ||
    (unit === '日' && /月\s*$/.test(clause.split(printed)[0] ?? ''));
  return isDate ? [] : [{ number: digits, unit: commonUnit(unit), clause, printed }];
}

/** A comma inside a number (1,314) does not end a clause. */
function clausesOf(goal: string): string[] {
  const clauses = goal.split(/[，。；;！!\n]|,(?!\d{3})/).filter((clause) => clause.trim() !== '');
  return clauses.flatMap((clause) => clause.match(LONG_PIECE) ?? []);
}
