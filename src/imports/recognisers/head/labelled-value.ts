import type { Cell } from '../../table-model.js';
import { isFundingLabel } from '../funding/money-labels.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import type { HeadRole } from '../vocabulary/head-words.js';
import { headLabel, isLabel, statementsIn } from './labels.js';

export interface LabelledValue extends Cell {
  /** Index of the line that holds the value. */
  readonly line: number;
  readonly column: number;
}

/** 单位：万元 is no department. */
const AMOUNT_UNIT = /^(?:人民币)?\s*[（(]?(?:[百佰千仟十万亿])*元(?:[/／、，,]\s*\S{1,4})?[)）]?$/;

/** The value beside a label, or below it where labels stand side by side; null where the sheet leaves it blank. */
export function labelledValue(lines: readonly Line[], role: HeadRole): LabelledValue | null {
  let best: { readonly value: LabelledValue; readonly rank: number } | null = null;
  for (const [line, { cells }] of lines.entries()) {
    for (const column of cells.keys()) {
      const found = valueAt(lines, line, column, role);
      if (found && (best === null || found.rank < best.rank)) best = found;
    }
  }
  return best?.value ?? null;
}

function valueAt(lines: readonly Line[], line: number, column: number, role: HeadRole) {
  const cell = lines[line]?.cells[column];
  if (!cell || cell.text === '') return null;
  for (const { label, value } of statementsIn(cell.text)) {
    const meaning = headLabel(label);
    if (meaning?.role === role && value !== '' && !AMOUNT_UNIT.test(value)) {
      return { value: { text: value, source: cell.source, line, column }, rank: meaning.rank };
    }
  }
  const meaning = headLabel(cell.text);
  const value = meaning?.role === role ? besideOrBelow(lines, line, column, role) : null;
  return meaning && value && !AMOUNT_UNIT.test(value.text) ? { value, rank: meaning.rank } : null;
}

function besideOrBelow(lines: readonly Line[], line: number, column: number, role: HeadRole): LabelledValue | null {
  const cells = lines[line]?.cells ?? [];
  const beside = cells.slice(column + 1).find(({ text }) => text !== '');
  if (beside && !isAnyLabel(beside)) return { ...beside, line, column: cells.indexOf(beside) };
  const isAmongLabels = cells.filter(isAnyLabel).length > 1;
  const alone =
    role === 'goal' && cells.filter(({ text }) => text !== '').length === 1 ? proseBelow(lines[line + 1]) : null;
  if (alone) return { ...alone, line: line + 1, column: 0 };
  const below = lines[line + 1]?.isRow ? lines[line + 1]?.cells[column] : undefined;
  return isAmongLabels && below && below.text !== '' && !isAnyLabel(below)
    ? { ...below, line: line + 1, column }
    : null;
}

/** A goal may stand below its label, alone in its line. */
function proseBelow(line: Line | undefined): Cell | null {
  const [only, ...others] = line ? filledCells(line) : [];
  return only && others.length === 0 && !isAnyLabel(only) && statementsIn(only.text).length === 0 ? only : null;
}

const isAnyLabel = (cell: Cell): boolean => isLabel(cell) || isFundingLabel(cell);
