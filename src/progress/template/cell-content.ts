import exceljs, { type Cell } from 'exceljs';
import type { Message, Problem } from '../../domain/domain-error.js';
import { excerpt } from '../../domain/entries/excerpt.js';
import { isDecimal } from '../../domain/exact.js';
import { GRADES } from '../../domain/indicator.js';
import { isLocalDate } from '../../domain/calendar/local-date.js';
import { type CellKind, GRADE_WORDS, NO, YES } from './columns.js';

type Read =
  | { readonly value: string | boolean | null; readonly problem?: undefined }
  | { readonly value: null; readonly problem: Problem };

/** As a whole, or in a part of its text. */
const isStruckOut = ({ style, value }: Cell): boolean =>
  style.font?.strike === true ||
  (value !== null &&
    typeof value === 'object' &&
    'richText' in value &&
    value.richText.some((run) => run.font?.strike));

/** As the interface takes it (entry.dto). */
const LONGEST_TEXT = 2000;

/**
 * What a cell says for a field of that kind, or what is wrong with it. A formula is refused although the workbook keeps its last
 * result: programs that write workbooks leave it old or empty, and nobody has seen the number that would count.
 */
export function cellContent(cell: Cell, kind: CellKind, address: string): Read {
  const wrong = (code: string, zh: string, en: string): Read => ({
    value: null,
    problem: { code, pointer: address, message: { zh: `${address} ${zh}。`, en: `${address} ${en}.` } },
  });
  if (cell.isMerged) return wrong('cell-merged', '是合并单元格，请取消合并', 'is merged; unmerge it');
  if (cell.formula) return wrong('cell-formula', '是公式，请改为数值', 'is a formula; enter its value');
  if (cell.value instanceof Date && kind !== 'date')
    return wrong('cell-date', '是日期，请改为数字或文本', 'is a date; make it a number or text');
  const text = textOf(cell).trim();
  if (text === '') return { value: null };
  if (isStruckOut(cell))
    return wrong('cell-struck-out', '有删除线，请清空，或去掉删除线', 'is struck out; clear it, or take the line away');
  const said = excerpt(text);
  if (cell.type === exceljs.ValueType.Error)
    return wrong('cell-error', `是错误值 ${said}，请改正`, `holds the error ${said}; mend it`);
  switch (kind) {
    case 'number':
      if (isPercent(cell.numFmt))
        return wrong('cell-percent', '是百分比格式，请改为数字', 'has a percent format; use a number');
      if (isDecimal(text)) return { value: text };
      return wrong(
        'number-invalid',
        `应为数字（只填数，不带单位和逗号），读到“${said}”`,
        `must be a number, without unit and commas, and is “${said}”`,
      );
    case 'grade': {
      const grade = GRADES.find((one) => isOneOf(GRADE_WORDS[one], text));
      if (grade) return { value: grade };
      return wrong(
        'grade-invalid',
        `应为达成、部分达成或未达成，读到“${said}”`,
        `must be achieved, partial or missed and is “${said}”`,
      );
    }
    case 'date': {
      const day = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : text;
      if (isLocalDate(day)) return { value: day };
      return wrong(
        'date-invalid',
        `应为日期，如 2026-09-30，读到“${said}”`,
        `must be a day such as 2026-09-30 and is “${said}”`,
      );
    }
    case 'yes':
      if (isOneOf(YES, text)) return { value: true };
      return isOneOf(NO, text)
        ? { value: null }
        : wrong('yes-invalid', `应为“是”或留空，读到“${said}”`, `must be yes or blank and is “${said}”`);
    case 'text':
      if (text.length <= LONGEST_TEXT) return { value: text };
      return wrong('text-too-long', `超过 ${LONGEST_TEXT} 字`, `has more than ${LONGEST_TEXT} characters`);
  }
}

/** In either language: whoever fills it in need not be who downloaded it. */
const isOneOf = ({ zh, en }: Message, text: string): boolean => text === zh || text.toLowerCase() === en;

/** A number in a workbook has 15 digits; what floating point adds behind them nobody entered. */
function textOf({ value, text }: Cell): string {
  if (typeof value !== 'number') return text;
  const short = Number(value.toPrecision(15));
  return Math.abs(short) >= 1e-6 || short === 0 ? String(short) : short.toFixed(12).replace(/0+$/, '');
}

/** A cell that nobody formatted has no format, whatever the library's types say. */
const isPercent = (format: string | undefined): boolean => format?.includes('%') ?? false;
