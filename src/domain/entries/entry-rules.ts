import { traitsOf } from '../aggregation.js';
import type { Message, Problem } from '../domain-error.js';
import { exact, isDecimal } from '../exact.js';
import { excerpt } from './excerpt.js';
import type { Indicator, MonthlyEntry } from '../indicator.js';
import { isLocalDate, lastDayOf, monthOfDate } from '../calendar/local-date.js';
import { isMonth, yearOf } from '../calendar/month.js';
import { mayBeNegative } from './negative-values.js';
import type { Band, Policy } from '../policy.js';
import { isShare } from '../share.js';
import { monthName } from '../calendar/month-name.js';

export type EntryKind = 'value' | 'ratio' | 'grade' | 'date';

/** What a month's entry of this indicator consists of. */
export function entryKind({ comparator, aggregation }: Pick<Indicator, 'comparator' | 'aggregation'>): EntryKind {
  if (comparator === 'qualitative') return 'grade';
  if (comparator === 'by') return 'date';
  return aggregation ? traitsOf(aggregation).entered : 'value';
}

const FIELDS = {
  value: ['value'],
  ratio: ['numerator', 'denominator'],
  grade: ['grade', 'coefficient'],
  date: ['completedOn'],
} as const;
const ALL_FIELDS = Object.values(FIELDS).flat();
type Field = (typeof ALL_FIELDS)[number];

/** The rules that every entry keeps, whoever enters it and however: the grid, the API, an import. Empty when all hold. */
export function checkEntry(indicator: Indicator, entry: MonthlyEntry, policy: Policy): Problem[] {
  const month = isMonth(entry.month) ? [] : [badMonth(entry.month)];
  const expected: readonly Field[] = entry.notApplicable ? [] : FIELDS[entryKind(indicator)];
  const surplus = ALL_FIELDS.filter((field) => entry[field] != null && !expected.includes(field)).map(unexpected);
  const absent = expected.filter((field) => entry[field] == null).map(required);
  const numbers = expected.filter((field) => isNumber(field) && entry[field] != null && !isDecimal(entry[field]));
  const shape = [...month, ...surplus, ...absent, ...numbers.map((field) => notANumber(field, String(entry[field])))];
  if (shape.length > 0 || entry.notApplicable) return shape;
  const negative = checkSigns(indicator, entry);
  if (negative.length > 0) return negative;
  return [...checkRatio(indicator, entry), ...checkBand(entry, policy), ...checkDay(entry)];
}

const isNumber = (field: Field): boolean => field !== 'grade' && field !== 'completedOn';

/** How many, how much and how long are never below 0; what grows or shrinks may be. */
function checkSigns(indicator: Indicator, entry: MonthlyEntry): Problem[] {
  const free: readonly Field[] = mayBeNegative(indicator) ? ['value', 'numerator'] : [];
  return (['value', 'numerator', 'denominator'] as const)
    .filter((field) => entry[field] != null && exact(entry[field]).lt(0) && !free.includes(field))
    .map((field) =>
      problem(
        'negative',
        field,
        `${NAMES[field].zh}不能为负数。`,
        sentence(`${NAMES[field].en} must not be negative.`),
      ),
    );
}

function checkRatio(indicator: Indicator, { numerator, denominator }: MonthlyEntry): Problem[] {
  if (numerator == null || denominator == null) return [];
  const [part, whole] = [exact(numerator), exact(denominator)];
  const { target, unit } = indicator;
  // What changes can more than double.
  const share = target !== null && isShare(unit, exact(target)) && !mayBeNegative(indicator);
  const casesOfNone = whole.equals(0) && !part.equals(0);
  if (!casesOfNone && !(share && part.gt(whole))) return [];
  return [
    problem(
      'numerator-above-denominator',
      'numerator',
      `分子 ${numerator} 大于分母 ${denominator}，请核对。`,
      `The numerator ${numerator} is more than the denominator ${denominator}; check both.`,
    ),
  ];
}

function checkBand({ grade, coefficient }: MonthlyEntry, { gradeBands }: Policy): Problem[] {
  if (grade == null || coefficient == null) return [];
  const band = gradeBands[grade];
  if (isInBand(coefficient, band)) return [];
  const range = `${band.from}–${band.to}`;
  return [
    problem(
      'coefficient-outside-band',
      'coefficient',
      `系数 ${coefficient} 不在该等级的范围 ${range} 内。`,
      `The coefficient ${coefficient} lies outside the band ${range} of this grade.`,
    ),
  ];
}

/** Months are entered when they are over, so a day within its month is never one to come. */
function checkDay({ month, completedOn }: MonthlyEntry): Problem[] {
  if (completedOn == null) return [];
  const shown = excerpt(completedOn);
  if (!isLocalDate(completedOn)) {
    const [zh, en] = [
      `“${shown}”不是日期，应为 YYYY-MM-DD，如 2026-09-30。`,
      `“${shown}” is not a day such as 2026-09-30.`,
    ];
    return [problem('date-invalid', 'completedOn', zh, en)];
  }
  if (completedOn > lastDayOf(month)) {
    const zh = `完成日期 ${shown} 晚于填报月份 ${monthName(month).zh}，请在完成的月份填报。`;
    return [
      problem(
        'date-after-month',
        'completedOn',
        zh,
        `The day of completion ${shown} lies after ${monthName(month).en}; enter it in the month of completion.`,
      ),
    ];
  }
  if (yearOf(monthOfDate(completedOn)) === yearOf(month)) return [];
  const zh = `完成日期 ${shown} 不在 ${yearOf(month)} 年度内，请核对。`;
  return [
    problem(
      'date-outside-year',
      'completedOn',
      zh,
      `The day of completion ${shown} lies outside ${yearOf(month)}; check it.`,
    ),
  ];
}

/** The upper end belongs to the next band, except for 1. */
function isInBand(coefficient: string, { from, to }: Band): boolean {
  const number = exact(coefficient);
  return number.gte(exact(from)) && (number.lt(exact(to)) || (number.equals(exact(to)) && exact(to).equals(1)));
}

/** What people call the parts of an entry. */
const NAMES: Readonly<Record<Field, Message>> = {
  value: { zh: '填报值', en: 'the value' },
  numerator: { zh: '分子', en: 'the numerator' },
  denominator: { zh: '分母', en: 'the denominator' },
  grade: { zh: '等级', en: 'the grade' },
  coefficient: { zh: '系数', en: 'the coefficient' },
  completedOn: { zh: '完成日期', en: 'the day of completion' },
};

const problem = (code: string, field: Field | 'month', zh: string, en: string): Problem => ({
  code,
  pointer: `/${field}`,
  message: { zh, en },
});

const badMonth = (month: string): Problem =>
  problem(
    'month-invalid',
    'month',
    `“${month.slice(0, 20)}”不是月份，应为 YYYY-MM，如 2026-03。`,
    `“${month.slice(0, 20)}” is not a month such as 2026-03.`,
  );

const required = (field: Field): Problem =>
  problem('required', field, `缺少${NAMES[field].zh}。`, sentence(`${NAMES[field].en} is missing.`));

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const unexpected = (field: Field): Problem =>
  problem(
    'unexpected',
    field,
    `该指标不填写${NAMES[field].zh}。`,
    sentence(`${NAMES[field].en} does not belong to an entry of this indicator.`),
  );

const notANumber = (field: Field, text: string): Problem =>
  problem(
    'number-invalid',
    field,
    `“${excerpt(text)}”不是数字。请用半角数字，不用千分位和指数，小数不超过 6 位。`,
    `“${excerpt(text)}” is not a plain number: use ASCII digits, no thousands separators, no exponent, at most 6 decimals.`,
  );
