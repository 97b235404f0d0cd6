import { readTargetValue } from '../../../domain/printed/target-value.js';
import type { Header } from '../columns/header.js';
import { isHeader } from '../columns/header.js';
import type { Cell } from '../../table-model.js';
import { isFundingLabel, moneyRow } from '../funding/money-labels.js';
import { headLabel, isLabel, statementsIn } from '../head/labels.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import { labelOf } from '../lines/printed-text.js';
import type { HeadRole } from '../vocabulary/head-words.js';
import { sectionName } from './sections.js';

/** What only the head of a sheet says. */
const BEGINS: readonly HeadRole[] = ['department', 'project', 'goal', 'longTermGoal'];
const SIGNATURE = /(?:填[表报]|审核|复核|制表|经办|签[字章名])人|签字|签章|(?:填报|填表|填制)日期|联系电话/;
const PERIOD = /(?:实施期|中长期|长期|年度|当年|本年).{0,4}(?:指标|目标)/;
const HEADING = /表$|项目|[（(][一二三四五六七八九十\d]{1,3}[)）]$/;
const LONGEST_HEADING = 60;

/**
 * Where the next sheet begins, when a header stands below an indicator table; null when the table only goes on there, as on
 * the next page. What says that it does not: a head of its own, a heading, or levels that begin anew.
 */
export function beginningOfNext(
  lines: readonly Line[],
  from: number,
  at: number,
  header: Header,
  next: Header,
): number | null {
  const last = lines.slice(from, at).findLastIndex((line) => readsAsIndicator(line, header));
  const behind = from + last + 1;
  const between = lines.slice(behind, at);
  const isHead = (line: Line) => beginsHead(line) || sectionName(line) !== null || isHeading(line, lines);
  const first = between.findIndex(isHead);
  if (first < 0 || (!between.some(beginsHead) && levelsGoOn(lines[at + next.height], next))) return null;
  return behind + first;
}

/** Whether a row has a name and a target where the header has them. */
export function readsAsIndicator(line: Line, { heads }: Header): boolean {
  if (!line.isRow || isHeader(line) || filledCells(line).slice(0, 3).some(saysOfHead)) return false;
  const text = (role: string) => {
    const head =
      heads.find(({ meaning }) => meaning?.role === role && meaning.rank === 0) ??
      heads.find(({ meaning }) => meaning?.role === role);
    return head ? (line.cells[head.column]?.text ?? '') : null;
  };
  const [name, target] = [text('name') ?? text('level2'), text('target')];
  if (name === null || target === null) return filledCells(line).length >= 3;
  return name !== '' && readTargetValue(target).question?.code !== 'target-unparsed';
}

/** 项目名称, or 总额 of 资金（万元）| 总额 | 50. */
const saysOfHead = (cell: Cell): boolean => isLabel(cell) || isFundingLabel(cell);

/** Whether the line names the project that what follows belongs to. */
export const namesProject = (line: Line): boolean => says(line, (role) => role === 'project');

const beginsHead = (line: Line): boolean =>
  (says(line, (role) => BEGINS.includes(role)) || isTotalOfMoney(line)) && !isSignature(line);

/** 年度资金总额 | 30; 合计 alone is the sum of the points. */
const isTotalOfMoney = (line: Line): boolean =>
  filledCells(line).some(({ text }) => moneyRow(text) === 'total' && /资金|预算|经费/.test(labelOf(text)));

function says(line: Line, fits: (role: HeadRole) => boolean): boolean {
  return filledCells(line).some(({ text }) => {
    const labels = [text, ...statementsIn(text).map(({ label }) => label)];
    return labels.some((label) => {
      const role = headLabel(label)?.role;
      return role !== undefined && fits(role);
    });
  });
}

const isSignature = (line: Line): boolean => filledCells(line).some(({ text }) => SIGNATURE.test(text));

/** A line of its own that could be the title of a sheet; what stands on every page is none. */
function isHeading(line: Line, lines: readonly Line[]): boolean {
  const [cell, ...more] = filledCells(line);
  if (!cell || more.length > 0 || isPageNumber(line) || cell.text.length > LONGEST_HEADING) return false;
  if (/[（(]续|续表|[，。；]/.test(cell.text) || PERIOD.test(cell.text) || !HEADING.test(cell.text)) return false;
  return lines.filter((other) => filledCells(other)[0]?.text === cell.text).length === 1;
}

/** The first row below a repeated header leaves its level to the row above the page break. */
function levelsGoOn(line: Line | undefined, { heads }: Header): boolean {
  const level = heads.find(({ meaning }) => meaning?.role === 'level1');
  return line !== undefined && level !== undefined && (line.cells[level.column]?.text ?? '') === '';
}
