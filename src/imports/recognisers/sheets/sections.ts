import { filledCells, type Line } from '../lines/document-lines.js';

/** 一、甲项目, （二）乙项目, 3.丙项目, 项目二：丁项目 */
const NUMBERED =
  /^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|[（(]?\d{1,2}(?:[)）、．]|\.(?!\d))|项目[一二三四五六七八九十\d]{1,3}\s*[:：、])\s*(?:项目名称\s*[:：])?\s*(\S.*)$/;
/** Groups of indicators and parts of a form are numbered, too. */
const WITHIN_A_SHEET = /指标|产出|效益|效果|满意|成本|履职|管理|绩效|目标|说明|备注|资金|情况|概况|自评/;
const LONGEST = 50;

/** What a numbered line between indicators begins: the name of another project. null for anything else. */
export function sectionName(line: Line): string | null {
  const [cell, ...more] = filledCells(line);
  if (!cell || more.length > 0 || cell.text.length > LONGEST || /[，。；]/.test(cell.text)) return null;
  const name = NUMBERED.exec(cell.text)?.[1] ?? null;
  return name !== null && !WITHIN_A_SHEET.test(name.replace(/项目$/, '')) ? name.replace(/绩效目标表?$/, '') : null;
}
