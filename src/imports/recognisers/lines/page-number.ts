import { filledCells, type Line } from './document-lines.js';

const PAGE_NUMBER = /^[-–—\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[\s,，/]*共?\s*\d{1,4}\s*页?)?[-–—\s]*$/;

export function isPageNumber(line: Line): boolean {
  const [first] = filledCells(line);
  return first !== undefined && first.text.length <= 30 && PAGE_NUMBER.test(first.text);
}
