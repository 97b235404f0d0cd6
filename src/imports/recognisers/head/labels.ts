import type { Cell } from '../../table-model.js';
import { labelOf } from '../lines/printed-text.js';
import { HEAD_WORDS, type HeadRole } from '../vocabulary/head-words.js';
import { type Meaning, Vocabulary } from '../vocabulary/wording.js';

const VOCABULARY = new Vocabulary<HeadRole>(HEAD_WORDS);
const LONGEST = 40;

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
const FURTHER = /[\s；;]([^\s:：；;]{1,20})\s*[:：]/g;

/** A label and its value in one text, `部门：某局`, also several of them: `部门：某局 金额单位：万元`. */
export function statementsIn(text: string): Statement[] {
  const first = FIRST.exec(text);
  if (!first) return [];
  const starts = [first, ...text.matchAll(FURTHER)].filter(
    (match, index) => index === 0 || headLabel(match[1] ?? '') !== null || /单位|日期|电话/.test(match[1] ?? ''),
  );
  return starts.map((match, index) => ({
    label: match[1] ?? '',
    value: text.slice(match.index + match[0].length, starts[index + 1]?.index).trim(),
  }));
}
