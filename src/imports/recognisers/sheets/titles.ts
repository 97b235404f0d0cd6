import type { SheetKind } from '../../../domain/indicator.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import { TITLE_ENDINGS, TITLE_SUBJECTS } from '../vocabulary/title-words.js';
import { patternOf } from '../vocabulary/wording.js';

const TITLE = new RegExp(`(?:${TITLE_ENDINGS.map(patternOf).join('|')})$`);
const SENTENCE = /[，。；！？]/;
const CONTINUED = /[（(]续|续表/;
const LONGEST = 80;
/** What may stand beside a title on its line: the year, the unit of the amounts, the number of the form. */
const BESIDE = /^(?:[（(].{0,30}[)）]|.{0,6}单位\s*[:：].{0,10}|附[件表录].{0,10}|20\d{2}\s*年?度?|表\s*\d{1,3})$/;

/** The title of a target sheet, or of a form in which it is evaluated. A continued sheet (续表) goes on as before. */
export function isTitle(line: Line): boolean {
  const [cell, ...more] = filledCells(line);
  if (!cell || cell.text.length > LONGEST || more.some(({ text }) => !BESIDE.test(text))) return false;
  return isTitleText(cell.text);
}

export const isTitleText = (text: string): boolean =>
  !CONTINUED.test(text) && !SENTENCE.test(text) && TITLE.test(labelOf(text));

/** 某县林业局2032年绩效目标表, 2032年某县林业局部门整体支出绩效目标表: an office, and nothing else before what the title says. */
const OFFICE =
  /^(?:20\d{2}年度?)?(\p{Script=Han}{2,20}?(?:[局委办院厅处所站校场队馆府]|(?<!社)会|中心))(?:本级)?(?=20\d{2}年|部门|整体|项目支出|绩效|预算)/u;

/** The office that a title names; null where it names none. */
export const officeInTitle = (line: Line): string | null =>
  OFFICE.exec(filledCells(line)[0]?.text.replace(/\s/g, '') ?? '')?.[1] ?? null;

/** null where the title fits either kind. */
export function kindInTitle(line: Line): SheetKind | null {
  const text = filledCells(line)[0]?.text.replace(/\s/g, '') ?? '';
  return TITLE_SUBJECTS.find(([word]) => text.includes(word))?.[1] ?? null;
}
