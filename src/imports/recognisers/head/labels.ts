import type { Cell } from '../../table-model.js';
import { moneyRow } from '../funding/money-labels.js';
import { labelOf } from '../lines/printed-text.js';
import { HEAD_WORDS, type HeadRole } from '../vocabulary/head-words.js';
import { type Meaning, Vocabulary } from '../vocabulary/wording.js';

const VOCABULARY = new Vocabulary<HeadRole>(HEAD_WORDS);
const LONGEST = 40;
const LONGEST_BY_BLANKS = 80;

/** What a label in the head of a sheet asks for; null when the text is none. */
export const headLabel = (text: string): Meaning<HeadRole> | null =>
  text.length <= LONGEST ? VOCABULARY.exactly(labelOf(text)) : null;

/** Whether the cell names what stands beside it. */
export const isLabel = ({ text }: Cell): boolean => headLabel(text) !== null;

export interface Statement {
  readonly label: string;
  readonly value: string;
}

const FIRST = /^([^:：；;\n]{1,24})[:：]/;
const FURTHER = /[\s；;，,。]+([^\s:：；;，,。]{1,20})\s*[:：]/g;
/** Between what stands side by side on a line. */
const WIDE_GAP = /^(?:\s{2}|[\u3000\t])/;

/** A label and its value in one text, `部门：某局`, also several of them: `部门：某局 金额单位：万元`. */
export function statementsIn(text: string): Statement[] {
  const first = FIRST.exec(text);
  if (!first) return goalBelowLabel(text) ?? statementsByBlanks(text);
  const starts = [first, ...text.matchAll(FURTHER)].filter(
    ({ 0: whole, 1: label = '' }, index) =>
      index === 0 || WIDE_GAP.test(whole) || headLabel(label) !== null || /单位|日期|电话/.test(label),
  );
  return starts.map((match, index) => ({
    label: match[1] ?? '',
    value: text.slice(match.index + match[0].length, starts[index + 1]?.index).trim(),
  }));
}

const LABEL_ABOVE = /^(\S{2,12}?(?:[（(][^（()）]{1,24}[）)])?)\n(.+)$|^(\S{2,12}?[（(][^（()）]{1,24}[）)])(.+)$/su;

/** 实施期目标（2031年—2033年） above its goal in one cell; in a PDF the line between them is lost. */
function goalBelowLabel(text: string): Statement[] | null {
  const [, above, below, before, behind] = LABEL_ABOVE.exec(text) ?? [];
  const [label, value] = [above ?? before ?? '', below ?? behind ?? ''];
  const role = headLabel(label)?.role;
  const isOfGoal = (role === 'goal' || role === 'longTermGoal') && headLabel(text) === null;
  return isOfGoal ? [{ label, value: value.trim() }] : null;
}

/** `主管部门 某局` and `项目负责人 张三 13800000000`: without a colon only a known label begins a statement. */
function statementsByBlanks(text: string): Statement[] {
  const words = text.length > LONGEST_BY_BLANKS || headLabel(text) ? [] : text.trim().split(/[ \t\u3000]+/);
  const starts = words.flatMap((word, index) => (isKnownLabel(word) ? [index] : []));
  if (words.length < 2 || starts[0] !== 0) return [];
  return starts.map((start, index) => ({
    label: words[start] ?? '',
    value: words.slice(start + 1, starts[index + 1]).join(' '),
  }));
}

const isKnownLabel = (word: string): boolean => headLabel(word) !== null || moneyRow(word) !== null;
