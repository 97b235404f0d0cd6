import { chineseNumber } from '../../../domain/chinese-number.js';
import { exact, plain } from '../../../domain/exact.js';
import { decimalCell } from './decimal-cell.js';
import type { Line } from './document-lines.js';

export type MoneyUnit = '元' | '万元' | '亿元';
const FACTOR: Readonly<Record<MoneyUnit, string>> = { 元: '0.0001', 万元: '1', 亿元: '10000' };
const IN_YUAN = /[（(]\s*元\s*[)）]|单位\s*[:：]\s*元/;
const IN_HUNDRED_MILLIONS = /[（(]\s*亿元\s*[)）]|单位\s*[:：]\s*(?:人民币)?亿元/;
const IN_LABEL = /[（(]\s*(?:人民币)?(亿元|万元|元)\s*[)）]/;
/** 30万, 30 万元整, 30万圆 */
const OWN = /(亿|万|)(?:元|圆)?整?\s*$/;

/** The unit in which a sheet prints its amounts where they do not say it themselves. */
export function unitOfAmounts(lines: readonly Line[]): MoneyUnit {
  const says = (unit: RegExp): boolean =>
    lines.some(({ cells }) => cells.some(({ text }) => text.length < 100 && unit.test(text)));
  if (says(IN_YUAN)) return '元';
  return says(IN_HUNDRED_MILLIONS) && !says(/万元/) ? '亿元' : '万元';
}

/** The unit that a label says: 资金总额（亿元）. */
export const unitInLabel = (label: string): MoneyUnit | null =>
  (IN_LABEL.exec(label)?.[1] as MoneyUnit | undefined) ?? null;

/** An amount in 万元, as printed where it is printed so; null when the cell holds no amount. */
export function amountCell(text: string | undefined, unit: MoneyUnit): string | null {
  const printed = (text ?? '').slice(0, 60).trim();
  const [said = '', myriad = ''] = OWN.exec(printed) ?? [];
  const figure = printed.slice(0, printed.length - said.length);
  const number = decimalCell(figure) ?? inCapitals(figure);
  if (number === null) return null;
  const own = /[亿万元圆]/.test(said) ? (`${myriad}元` as MoneyUnit) : unit;
  return own === '万元' ? number : plain(exact(number).mul(exact(FACTOR[own])));
}

/** 叁拾 of 叁拾万元; the common digits stand in words, too. */
const inCapitals = (text: string): string | null =>
  /^[零壹贰叁肆伍陆柒捌玖拾佰仟]+$/.test(text) ? chineseNumber(text) : null;
