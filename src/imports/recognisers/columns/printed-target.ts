import { parseTargetValue, type TargetValue } from '../../../domain/printed/target-value.js';
import { textOrNull } from '../lines/printed-text.js';
import type { Columns } from './columns.js';
import type { Cell } from '../../table-model.js';

/**
 * The target as one text. Where 指标性质, 指标值 and 度量单位 have columns of their own they are put together (`≥30万元`), unless
 * the value already says it. Where the columns contradict the value both are printed (`≤≥8`, `3次（场）`): a person must say which holds. A column 调整指标值 wins where it is filled: the year is judged by it.
 */
export function printedTarget(cells: readonly Cell[], columns: Omit<Columns, 'name'>): string {
  const cell = (index: number | undefined) => (index === undefined ? null : textOrNull(cells[index]?.text));
  const printed = cell(columns.adjusted) ?? cell(columns.target) ?? '';
  if (!NUMBER.test(printed)) return printed;
  const value = printed.replace(/[；;。，,、]+$/, '');
  const sign = directed(cell(columns.comparator) ?? '');
  const unit = (cell(columns.unit) ?? '').replace(/^(?:百分比|百分数|个?百分点|[%％])$/, '%');
  const own = parseTargetValue(value);
  const isSigned =
    (/^[^\d\s-]/.test(value) && !IN_WORDS.test(value) && !contradicts(sign, own)) || /^定[性量]/.test(sign);
  const isMeasured = unit === '' || /^[-/—]+$/.test(unit) || value.endsWith(unit) || own?.unit === unit;
  const beside = own?.unit != null && !MULTIPLE.test(own.unit) ? `（${unit}）` : unit;
  return `${isSigned ? '' : sign}${value}${isMeasured ? '' : beside}`;
}

/** 正向 and 反向 say on which side of the value it is good. */
const directed = (sign: string): string =>
  sign.replace(/^正向(?:指标)?$/, '≥').replace(/^(?:反|逆|负)向(?:指标)?$/, '≤');

/** In digits, or nothing but a number in words. */
const IN_WORDS = /^[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟½¼¾]+$/;
const NUMBER = new RegExp(`[\\d\\uFF10-\\uFF19]|${IN_WORDS.source}`);

/** Goes before a unit: 3万 and 元, 5个 and 村. */
const MULTIPLE = /^[十百千万亿个]+$/;

/** 定量 in the sign's column says nothing of its own. */
function contradicts(sign: string, own: TargetValue | null): boolean {
  const said = parseTargetValue(`${sign}1`)?.comparator;
  return (
    sign !== '' &&
    said !== undefined &&
    own !== null &&
    !own.qualitative &&
    own.comparator !== 'by' &&
    own.comparator !== said
  );
}
