import type { Cell } from '../../table-model.js';
import { headMeaning } from '../columns/heads.js';
import { isFundingLabel, moneyColumn } from '../funding/money-labels.js';
import { isOfMonths } from '../funding/money-table.js';
import { decimalCell } from '../lines/decimal-cell.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import { isLabel, statementsIn } from './labels.js';

/** Above a table without a title stands whatever the document says before it; only what is near is its head. */
const NEAR = 12;
const LONGEST_LABEL = 14;
const LONGEST_VALUE = 60;
/** Says how the form is written, and nothing of the sheet. */
const STRUCTURAL = /单位|日期|电话/;

/** What the head of a sheet prints beside labels that nobody knows, as `label：value`. */
export function unknownLabels(head: readonly Line[], hasTitle: boolean): Cell[] {
  const lines = hasTitle ? head : head.slice(-NEAR);
  let labels: Line | null = null;
  return lines.flatMap((line) => {
    const filled = filledCells(line);
    if (!line.isRow) return filled.flatMap(unknownStatements);
    const known = filled.filter(isKnown).length;
    // Below a row of labels stand their values, in as many rows as there are.
    if (known > 1 && known === filled.length) labels = line;
    else if (known > 0) labels = null;
    return labels ? [] : unknownPairs(filled);
  });
}

function unknownPairs(cells: readonly Cell[]): Cell[] {
  const found: Cell[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const [cell, next] = [cells[index], cells[index + 1]];
    if (!cell) continue;
    if (isStatement(cell)) {
      found.push(...unknownStatements(cell));
      continue;
    }
    if (isKnown(cell)) {
      if (next && !isKnown(next)) index += 1;
      continue;
    }
    const isPair = couldBeLabel(cell) && next !== undefined && !isKnown(next);
    if (isPair) {
      found.push({ text: `${labelOf(cell.text)}：${next.text.slice(0, LONGEST_VALUE)}`, source: cell.source });
      index += 1;
    } else found.push(...unknownStatements(cell));
  }
  return found;
}

function unknownStatements({ text, source }: Cell): Cell[] {
  return statementsIn(text).flatMap(({ label, value }) =>
    !isKnown({ text: label, source }) &&
    !STRUCTURAL.test(label) &&
    couldBeLabel({ text: label, source }) &&
    value !== '' &&
    value.length <= LONGEST_VALUE
      ? [{ text: `${labelOf(label)}：${value}`, source }]
      : [],
  );
}

/** 项目名称：绿化 is a label with its value, and no label of the next cell. */
const isStatement = (cell: Cell): boolean =>
  !isKnown(cell) && statementsIn(cell.text).some(({ label }) => isKnown({ text: label, source: cell.source }));

const couldBeLabel = ({ text }: Cell): boolean =>
  text.length <= LONGEST_LABEL &&
  /\p{L}/u.test(text) &&
  decimalCell(text) === null &&
  !/[，。；、]|^附[件表录注]|^注/.test(text);

const isKnown = (cell: Cell): boolean =>
  isLabel(cell) ||
  isFundingLabel(cell) ||
  moneyColumn(cell.text) !== null ||
  isOfMonths(cell.text) ||
  headMeaning(labelOf(cell.text)).meaning !== null;
