import type { Message } from '@domain/domain-error.js';

/** Why a text is not what its cell takes, in words for whoever typed or pasted it. */
export const UNREADABLE = {
  formula: (text) => ({
    zh: `“${text}”是公式，请填计算结果（在电子表格中用“选择性粘贴—数值”复制）。`,
    en: `“${text}” is a formula; enter its result (paste values from the spreadsheet).`,
  }),
  'error-value': (text) => ({
    zh: `“${text}”是电子表格中的出错值，请先在表格中改正。`,
    en: `“${text}” is an error value of a spreadsheet; mend it there first.`,
  }),
  comma: (text) => ({
    zh: `“${text}”：逗号只作千分位，如 1,234；小数请用点，如 1.5。`,
    en: `“${text}”: a comma only groups thousands, as in 1,234; decimals take a point, as in 1.5.`,
  }),
  percent: (text) => ({
    zh: `“${text}”：此处不填百分号。`,
    en: `“${text}”: this cell takes no percent sign.`,
  }),
  'date-for-number': (text) => ({
    zh: `“${text}”是日期，此处应填数字。`,
    en: `“${text}” is a date; a number belongs here.`,
  }),
  exponent: (text) => ({
    zh: `“${text}”：请不用科学记数法，写出全部数字。`,
    en: `“${text}”: write the number out, without an exponent.`,
  }),
  'too-long': (text) => ({
    zh: `“${text}”位数过多：整数不超过 15 位，小数不超过 6 位。`,
    en: `“${text}” has too many digits: at most 15 before the point and 6 after it.`,
  }),
  number: (text) => ({ zh: `“${text}”不是数字。`, en: `“${text}” is not a number.` }),
  date: (text) => ({
    zh: `“${text}”不是日期，应如 2026-09-30、2026/9/30 或 9月30日。`,
    en: `“${text}” is not a date such as 2026-09-30, 2026/9/30 or 9月30日.`,
  }),
  'no-such-day': (text) => ({ zh: `“${text}”：没有这一天。`, en: `“${text}”: there is no such day.` }),
  grade: (text) => ({
    zh: `“${text}”不是等级，应为达成、部分达成或未达成。`,
    en: `“${text}” is not a grade: achieved, partial or missed.`,
  }),
  ratio: (text) => ({
    zh: `“${text}”应为“分子/分母”，如 12/17。`,
    en: `“${text}” should be “numerator/denominator”, such as 12/17.`,
  }),
} as const satisfies Record<string, (text: string) => Message>;

export type Unreadable = keyof typeof UNREADABLE;

/** What stands in a cell: a text as the service takes it, null for nothing, or why it cannot be read. */
export type Reading =
  { readonly value: string | null } | { readonly unreadable: Unreadable; readonly message: Message };

const SHOWN = 24;

export function unreadable(why: Unreadable, text: string): Reading {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return { unreadable: why, message: UNREADABLE[why](shown) };
}
