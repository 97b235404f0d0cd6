import { filledCells, type Line } from '../lines/document-lines.js';
import { labelledValue } from './labelled-value.js';

const YEAR = /(?:^|\D)(20\d{2})\s*年/;
const IN_BRACKETS = /^[（(]\s*(20\d{2})\s*年?度?\s*(?:[，,][^()（）]{1,20})?[)）]$/;

/** The year in the title, in the brackets below it or beside 预算年度, else that of the document; null where none is printed. */
export function fiscalYear(title: Line | null, head: readonly Line[], documentTitle: string): number | null {
  const below = head.slice(0, 5).map((line) => IN_BRACKETS.exec(joined(line)));
  const candidates = [
    title && (YEAR.exec(joined(title)) ?? /[（(](20\d{2})/.exec(joined(title))),
    ...below,
    /^(20\d{2})\s*年?度?$/.exec(labelledValue(head, 'year')?.text ?? ''),
    YEAR.exec(documentTitle),
  ];
  const year = candidates.find((match) => match != null)?.[1];
  return year === undefined ? null : Number(year);
}

const joined = (line: Line): string =>
  filledCells(line)
    .map(({ text }) => text)
    .join(' ');
