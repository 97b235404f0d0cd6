import { decimalCell } from '../lines/decimal-cell.js';
import type { Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';

export interface ExecutionFigures {
  readonly weight: string | null;
  readonly rate: string | null;
  readonly score: string | null;
}

/** 分值, 执行率 and 得分 in the row 年度资金总额 of a self-evaluation form; all null on other sheets. */
export function executionFigures(head: readonly Line[]): ExecutionFigures {
  const at = head.findIndex(({ cells }) => cells.some(({ text }) => labelOf(text) === '执行率'));
  const labels = head[at]?.cells.map(({ text }) => labelOf(text)) ?? [];
  const figure = (...names: string[]) => {
    const column = labels.findIndex((label) => names.includes(label));
    return column < 0 ? null : decimalCell(head[at + 1]?.cells[column]?.text);
  };
  return { weight: figure('分值', '执行率权重'), rate: figure('执行率'), score: figure('得分', '执行率得分') };
}
