import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import type { Cell } from '../../table-model.js';

/** Headers as departments print them; what stands in brackets, as in 权重（分）, does not count. */
const HEADERS = {
  level1: /^(?:一级|1级)指标(?:名称)?$/,
  level2: /^(?:二级|2级)指标(?:名称)?$/,
  name: /^(?:(?:三级|3级)指标(?:名称|内容)?|(?:绩效)?指标(?:名称|内容))$/,
  comparator: /^(?:指标性质|性质|(?:计算|运算|比较)?符号|指标方向)$/,
  target: /^(?:数?值|值及单位)$|^(?:年度|全年|年初|预期|计划|年初设定|年度预期|绩效)?(?:指标值|目标值|绩效值)$/,
  adjusted: /^调整后?(?:指标值|目标值)$/,
  unit: /^(?:度量|计量|指标值)?单位$/,
  basis: /^(?:指标值?|目标值?)?(?:设定|设置|确定|制定)依据$/,
  previous: /^(?:上年度?|历史)(?:实际)?(?:完成值|完成情况|指标值|值)$/,
  weight: /^(?:指标|三级指标)?(?:分值权重|权重分值|分值|权重|标准分值|标准分|权重分)$/,
  rule: /^(?:指标)?(?:赋分|计分|评分|打分)(?:规则|标准|办法|方式|细则)$/,
  evidence: /^(?:佐证|证明|支撑)(?:资料|材料)(?:来源)?$/,
  actual: /^(?:(?:年度|全年)?(?:实际)?(?:完成|实现)值|(?:年度|全年)?实际(?:值|完成(?:情况|指标值)?)|年度完成情况)$/,
  aggregation: /^汇总方式$/,
  score: /^(?:指标|自评|实际|评价)?得分$/,
} as const;
type Column = keyof typeof HEADERS;

/** Which cell of a row holds what. */
export type Columns = Readonly<Partial<Record<Column, number>>> & { readonly name: number; readonly target: number };

export interface Header {
  readonly columns: Columns;
  /** A header can take two rows: 指标值 above 性质, 值 and 单位. */
  readonly height: 1 | 2;
}

/** The header of an indicator table, when it begins at this line. */
export function headerAt(lines: readonly Line[], index: number): Header | null {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line?.isRow) return null;
  const above = labelled(line);
  const isUpperHalf = Object.keys(above).length >= 2 && next?.isRow && !next.startsTable;
  const below = isUpperHalf && isHeaderOnly(next) ? labelled(next) : null;
  // A label in the second row is the finer one.
  const { name, target, ...others } = { ...above, ...below };
  if (name === undefined || target === undefined) return null;
  return { columns: { ...others, name, target }, height: below ? 2 : 1 };
}

/** Whether the line is (part of) a header, as when it is repeated on the next page. */
export function isHeader(line: Line): boolean {
  const { name, target } = line.isRow ? labelled(line) : {};
  return (name !== undefined && target !== undefined) || (line.isRow && isHeaderOnly(line));
}

function labelled({ cells }: Line): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {};
  for (const [index, cell] of cells.entries()) {
    const column = columnWith(labelOf(cell.text));
    // The first one counts: a form may print 指标值 once more for another year.
    if (column) columns[column] ??= index;
  }
  return columns;
}

function isHeaderOnly(line: Line): boolean {
  const labels = filledCells(line).map(({ text }) => labelOf(text));
  return labels.length >= 2 && labels.every((label) => columnWith(label) !== undefined);
}

export const isColumnLabel = ({ text }: Cell): boolean => columnWith(labelOf(text)) !== undefined;

function columnWith(label: string): Column | undefined {
  return (Object.keys(HEADERS) as Column[]).find((column) => HEADERS[column].test(label));
}
