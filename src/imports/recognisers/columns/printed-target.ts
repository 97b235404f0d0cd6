import { textOrNull } from '../lines/printed-text.js';
import type { Columns } from './columns.js';
import type { Cell } from '../../table-model.js';

/**
 * The target as one text. Where 指标性质, 指标值 and 度量单位 have columns of their own they are put together (`≥30万元`), unless
 * the value already says it. A column 调整指标值 wins where it is filled: the year is judged by it.
 */
export function printedTarget(cells: readonly Cell[], columns: Omit<Columns, 'name'>): string {
  const cell = (index: number | undefined) => (index === undefined ? null : textOrNull(cells[index]?.text));
  const value = cell(columns.adjusted) ?? cell(columns.target) ?? '';
  if (!/[\d\uFF10-\uFF19]/.test(value)) return value;
  const sign = cell(columns.comparator) ?? '';
  const unit = (cell(columns.unit) ?? '').replace(/^(?:百分比|百分数|%)$/, '%');
  const isSigned = /^[^\d\s-]/.test(value) || /^定[性量]/.test(sign);
  const isMeasured = unit === '' || /^[-/—]+$/.test(unit) || value.endsWith(unit) || /[%％]$/.test(value);
  return `${isSigned ? '' : sign}${value}${isMeasured ? '' : unit}`;
}
