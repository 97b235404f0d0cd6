import type { Cell } from '../../table-model.js';
import { isColumnLabel } from '../columns/header.js';
import { isFundingLabel } from '../funding/money-labels.js';
import type { Line } from '../lines/document-lines.js';
import type { HeadRole } from '../vocabulary/head-words.js';
import { headLabel, isLabel, statementsIn } from './labels.js';
import { onlyText } from './numbered-goals.js';

export interface LabelledValue extends Cell {
  /** Index of the line that holds the value. */
  readonly line: number;
  readonly column: number;
  /** As printed. */
  readonly label: string;
}

/** 单位：万元 is no department. */
const AMOUNT_UNIT = /^(?:人民币)?\s*[（(]?(?:[百佰千仟十万亿])*元(?:[/／、，,]\s*\S{1,4})?[)）]?$/;

/** The value beside a label, or below it where labels stand side by side; null where the sheet leaves it blank. */
export const labelledValue = (lines: readonly Line[], role: HeadRole): LabelledValue | null =>
  labelledValues(lines, role)[0] ?? null;

/** All that the sheet prints beside labels of one role, the most telling first. */
export function labelledValues(lines: readonly Line[], role: HeadRole): LabelledValue[] {
  const found = lines.flatMap(({ cells }, line) =>
    [...cells.keys()].flatMap((column) => valuesAt(lines, line, column, role)),
  );
  return found.toSorted((a, b) => a.rank - b.rank).map(({ value }) => value);
}

interface Ranked {
  readonly value: LabelledValue;
  readonly rank: number;
}

function valuesAt(lines: readonly Line[], line: number, column: number, role: HeadRole): Ranked[] {
  const cell = lines[line]?.cells[column];
  if (!cell || cell.text === '') return [];
  const stated = statementsIn(cell.text).flatMap(({ label, value }): Ranked[] => {
    const meaning = headLabel(label);
    const isSaid = meaning?.role === role && value !== '' && !AMOUNT_UNIT.test(value);
    return isSaid ? [{ value: { text: value, source: cell.source, line, column, label }, rank: meaning.rank }] : [];
  });
  const meaning = headLabel(cell.text);
  const value = meaning?.role === role ? besideOrBelow(lines, line, column, role) : null;
  const isSaid = meaning !== null && value !== null && stated.length === 0 && !AMOUNT_UNIT.test(value.text);
  return isSaid ? [{ value: { ...value, label: cell.text }, rank: meaning.rank }] : stated;
}

type Place = Omit<LabelledValue, 'label'>;

function besideOrBelow(lines: readonly Line[], line: number, column: number, role: HeadRole): Place | null {
  const cells = lines[line]?.cells ?? [];
  const beside = cells.slice(column + 1).find(({ text }) => text !== '' && !(role === 'goal' && isOfLongTerm(text)));
  if (beside && !isAnyLabel(beside) && !(role === 'goal' && isColumnLabel(beside)))
    return { ...beside, line, column: cells.indexOf(beside) };
  const isAmongLabels = cells.filter(isAnyLabel).length > 1;
  const alone =
    role === 'goal' && cells.filter(({ text }) => text !== '').length === 1 ? proseBelow(lines[line + 1]) : null;
  if (alone) return { ...alone, line: line + 1 };
  const below = lines[line + 1]?.isRow ? lines[line + 1]?.cells[column] : undefined;
  return isAmongLabels && below && below.text !== '' && !isAnyLabel(below)
    ? { ...below, line: line + 1, column }
    : null;
}

const isOfLongTerm = (text: string): boolean =>
  statementsIn(text).some(({ label }) => headLabel(label)?.role === 'longTermGoal');

/** A goal may stand below its label, alone in its line. */
function proseBelow(line: Line | undefined): (Cell & { readonly column: number }) | null {
  const only = line ? onlyText(line) : null;
  return only && !isAnyLabel(only) && statementsIn(only.text).length === 0 ? only : null;
}

const isAnyLabel = (cell: Cell): boolean => isLabel(cell) || isFundingLabel(cell);
