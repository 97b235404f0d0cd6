import type { Columns } from '../columns/columns.js';
import { filledCells, type Line } from '../lines/document-lines.js';

/** A line of its own above a group of rows. */
export interface Caption {
  readonly level1: string | null;
  /** （一）数量指标 below 一、产出指标. */
  readonly level2: string | null;
  readonly period: 'year' | 'long' | null;
}

const LONG = /(?:实施期|中长期|长期|中期|规划期|周期).{0,6}(?:指标|目标)/;
const YEAR = /(?:年度|当年|本年|全年).{0,4}(?:指标|目标)/;
const NUMBER = /^(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．])\s*/;
/** The levels of the national form that stand below 产出, 效益, 满意度 and 成本. */
const OF_SECOND =
  /^(?:数量|质量|时效|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)(?:指标)?$/;
const SECOND = /^[（(][一二三四五六七八九十]{1,3}[)）]/;
const LEVEL =
  /^(?:.{0,10}(?:指标|效益|效能|效率|满意度|产出)|成本|运行成本|社会效应|可持续性?|可持续发展能力|履职效果)$/;
const POINTS = /\s*[（(]\s*\d{1,3}(?:\.\d{1,2})?\s*分?\s*[)）]$/;
const LONGEST = 30;

/** 数量指标 and 社会效益 name a level, and no indicator. */
export const isLevelName = (text: string): boolean => LEVEL.test(text.replace(/\s/g, '').replace(POINTS, ''));

/** 数量指标, as the national form calls it. */
export const isSecondLevel = (text: string): boolean => text.endsWith('指标') && OF_SECOND.test(text);

/** 一、产出指标, or 年度绩效指标, alone on its line; null for anything else. */
export function caption(line: Line): Caption | null {
  const [cell, ...more] = filledCells(line);
  if (!cell || more.length > 0 || cell.text.length > LONGEST) return null;
  const text = cell.text
    .replace(/\s/g, '')
    .replace(NUMBER, '')
    .replace(POINTS, '')
    .replace(/[:：]$/, '');
  if (LONG.test(text)) return { level1: null, level2: null, period: 'long' };
  if (YEAR.test(text)) return { level1: null, level2: null, period: 'year' };
  if (!LEVEL.test(text) || !line.isRow) return null;
  const isSecond = SECOND.test(cell.text.trim()) || OF_SECOND.test(text);
  return { level1: isSecond ? null : text, level2: isSecond ? text : null, period: null };
}

/** 实施期绩效指标 in a cell that reaches down beside the levels of its rows. */
export function periodBeside({ isRow, cells }: Line, columns: Columns): Caption['period'] {
  if (!isRow) return null;
  const beside = cells.slice(0, Math.min(columns.level1 ?? columns.name, columns.level2 ?? columns.name, columns.name));
  const texts = beside.map(({ text }) => text.replace(/\s/g, ''));
  if (texts.some((text) => LONG.test(text))) return 'long';
  return texts.some((text) => YEAR.test(text)) ? 'year' : null;
}
