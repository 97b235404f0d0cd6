import { isPageNumber } from '../page-number.js';

const CODES = /&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d+|[PNDTFAZGBIUESXYOH])/gi;

/** Texts of a printed head or foot: `&C绩效目标表&R单位：万元` are two; page numbers, dates and names of files are none. */
export function pageTexts(written: string | null | undefined): string[] {
  return (written ?? '')
    .split(/&[LCR]/)
    .map((part) => part.replace(CODES, '').replaceAll('&&', '&').trim())
    .filter((part) => !isPageNumber(part));
}
