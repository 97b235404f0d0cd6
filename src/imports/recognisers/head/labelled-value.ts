import type { Cell } from '../../table-model.js';
import type { Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';

/** Labels in the head of a sheet; the first that the sheet prints wins. */
export const LABELS = {
  department: [
    /^(?:部门|单位|部门单位|预算部门|预算单位)名称$/,
    /^预算(?:单位|部门)$/,
    /^(?:填报|申报)(?:单位|部门)$/,
    /^(?:项目)?(?:实施|承担|具体实施)(?:单位|部门)(?:名称)?$/,
    /^(?:项目)?主管部门(?:名称|及代码)?$/,
    /^部门$/,
  ],
  project: [/^项目名称$/],
  responsible: [/^(?:部门|项目)?(?:联系人|负责人)$/],
  phone: [/^(?:联系)?电话$/],
  total: [/^自评总(?:分|得分)$/, /^自评得分$/],
  goal: [/^预期目标$/, /^(?:年度|项目)?(?:总体|绩效)?(?:绩效)?目标$/, /^年度总体绩效目标$/],
} as const;
export type Label = keyof typeof LABELS;
const OTHERS = [/^实际完成情况$/, /^年度目标完成情况$/, /^(?:项目|部门)?资金(?:来源|总额)?$/, /^年度预算/];
const ANY = [...Object.values(LABELS).flat(), ...OTHERS];

export interface LabelledValue extends Cell {
  /** Index of the line that holds the value. */
  readonly line: number;
}

/** The value beside a label, or below it where labels stand side by side; null where the sheet leaves it blank. */
export function labelledValue(lines: readonly Line[], label: Label): LabelledValue | null {
  for (const pattern of LABELS[label]) {
    for (const [line, { cells }] of lines.entries()) {
      for (const [column, cell] of cells.entries()) {
        const value = valueAt(lines, line, column, cell, pattern);
        if (value) return value;
      }
    }
  }
  return null;
}

function valueAt(
  lines: readonly Line[],
  line: number,
  column: number,
  cell: Cell,
  label: RegExp,
): LabelledValue | null {
  const [, before = '', after = ''] = /^([^:：]{1,20})[:：]\s*(\S[\s\S]*)$/.exec(cell.text) ?? [];
  if (after !== '' && label.test(labelOf(before))) return { text: after, source: cell.source, line };
  if (!label.test(labelOf(cell.text))) return null;
  const beside = lines[line]?.cells.slice(column + 1).find(({ text }) => text !== '');
  if (beside && !isLabel(beside)) return { ...beside, line };
  const below = lines[line + 1]?.isRow ? lines[line + 1]?.cells[column] : undefined;
  return beside && below && below.text !== '' && !isLabel(below) ? { ...below, line: line + 1 } : null;
}

/** Whether the cell names what stands beside it. */
export const isLabel = ({ text }: Cell): boolean =>
  text.length <= 40 && ANY.some((pattern) => pattern.test(labelOf(text)));
