import { filledCells, type Line } from '../lines/document-lines.js';
import { labelledValue } from './labelled-value.js';

/** 2031-2033年 are the years of a plan, and none of them is that of the sheet. */
const YEAR = /(?:^|[^\d\-–—~～至到年])(20\d{2})\s*年(?!\s*[-–—~～至到]\s*20\d{2})/;
const ALONE = /^(20\d{2})\s*年度?(?:\s+(?:金额)?单位[:：].*)?$/;
const BRACKETED = /[（(](20\d{2})(?!\s*年?度?\s*[-–—~～至到]\s*20\d{2})/;
const IN_BRACKETS = /^[（(]\s*(20\d{2})\s*年?度?\s*(?:[，,][^()（）]{1,20})?[)）]$/;

/** The year in the title, in the brackets below it or beside 预算年度, else that of the document; null where none is printed. */
export function fiscalYear(title: Line | null, head: readonly Line[], documentTitle: string): number | null {
  const below = head.slice(0, 5).map((line) => IN_BRACKETS.exec(joined(line)) ?? aloneIn(line));
  const candidates = [
    title && (YEAR.exec(joined(title)) ?? BRACKETED.exec(joined(title))),
    ...below,
    /^(20\d{2})\s*年?度?$/.exec(labelledValue(head, 'year')?.text ?? ''),
    yearOfDocument(documentTitle),
  ];
  const year = candidates.find((match) => match != null)?.[1];
  return year === undefined ? null : Number(year);
}

/** 2031年预算执行情况和2032年预算草案: its targets are those of the year that is planned. */
function yearOfDocument(title: string): RegExpExecArray | null {
  const [first, ...others] = [...title.matchAll(new RegExp(YEAR, 'g'))];
  const planned = others.find(({ index }) => PLANNED.test(title.slice(index)));
  return planned ?? first ?? null;
}

const PLANNED = /^.{0,8}(?:[（(]?草案|预算(?!执行)|工作计划|绩效目标|计划)/;

/** 2032年度 in a cell of its own, or before 单位：万元. */
const aloneIn = (line: Line): RegExpExecArray | null =>
  filledCells(line)
    .map(({ text }) => ALONE.exec(text.trim()))
    .find((match) => match !== null) ?? null;

/** Every year that the title or 预算年度 names, else the document, in the order in which they count. */
export function printedYears(title: Line | null, head: readonly Line[], documentTitle: string): number[] {
  const ofTitle = title ? [...joined(title).matchAll(new RegExp(YEAR, 'g'))] : [];
  const labelled = /^(20\d{2})\s*年?度?$/.exec(labelledValue(head, 'year')?.text ?? '');
  const own = [...ofTitle, labelled].filter((match) => match !== null);
  const found = own.length > 0 ? own : [...documentTitle.matchAll(new RegExp(YEAR, 'g'))];
  return [...new Set(found.flatMap((match) => (match[1] ? [Number(match[1])] : [])))];
}

const DIGITS = '〇一二三四五六七八九';
const IN_WORDS = /二[〇○零O０0][〇○零O０0一二三四五六七八九]{2}(?=年)/g;

/** The text of a line, with 二〇三二年 as 2032年. */
const joined = (line: Line): string =>
  filledCells(line)
    .map(({ text }) => text)
    .join(' ')
    .replace(IN_WORDS, (year) => [...year].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join(''));
