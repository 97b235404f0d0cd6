import type { Line } from './document-lines.js';
import { labelOf } from './printed-text.js';

/** Headers as departments print them; what stands in brackets, as in 权重（分）, does not count. */
const HEADERS = {
  level1: /^一级指标(?:名称)?$/,
  level2: /^二级指标(?:名称)?$/,
  name: /^(?:三级指标(?:名称)?|指标名称|指标内容)$/,
  comparator: /^(?:指标性质|(?:计算|运算|比较)符号?)$/,
  target: /^(?:年度|全年|年初|预期|计划|年初设定)?(?:指标值|目标值)$/,
  adjusted: /^调整后?(?:指标值|目标值)$/,
  unit: /^(?:(?:度量|计量)?单位)$/,
  basis: /^(?:指标值?|目标值?)?(?:设定|设置|确定|制定)依据$/,
  previous: /^(?:上年度?|历史)(?:实际)?(?:完成值|完成情况|指标值|值)$/,
  weight: /^(?:指标)?(?:分值权重|权重分值|分值|权重)$/,
  rule: /^(?:指标)?(?:赋分|计分|评分)(?:规则|标准|办法|方式)$/,
  evidence: /^(?:佐证|证明|支撑)(?:资料|材料)$/,
  actual: /^(?:(?:年度|全年)?(?:实际)?完成值|实际完成(?:情况|指标值)?|年度完成情况)$/,
  score: /^(?:指标|自评|实际)?得分$/,
} as const;
type Column = keyof typeof HEADERS;

/** Which cell of a row holds what. */
export type Columns = Readonly<Partial<Record<Column, number>>> & { readonly name: number; readonly target: number };

/** The columns of an indicator table, when this line is its header. */
export function columnsOf({ isRow, cells }: Line): Columns | null {
  if (!isRow) return null;
  const columns: Partial<Record<Column, number>> = {};
  for (const [index, cell] of cells.entries()) {
    const column = columnWith(labelOf(cell.text));
    // The first one counts: a form may print 指标值 once more for another year.
    if (column) columns[column] ??= index;
  }
  const { name, target } = columns;
  return name === undefined || target === undefined ? null : { ...columns, name, target };
}

function columnWith(label: string): Column | undefined {
  return (Object.keys(HEADERS) as Column[]).find((column) => HEADERS[column].test(label));
}
