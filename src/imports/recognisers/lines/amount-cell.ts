import { exact, plain } from '../../../domain/exact.js';
import { decimalCell } from './decimal-cell.js';
import type { Line } from './document-lines.js';

type Unit = '元' | '万元' | '亿元';
const FACTOR: Readonly<Record<Unit, string>> = { 元: '0.0001', 万元: '1', 亿元: '10000' };
const IN_YUAN = /[（(]\s*元\s*[)）]|单位\s*[:：]\s*元/;

/** The unit in which a sheet prints its amounts where they do not say it themselves. */
export function unitOfAmounts(lines: readonly Line[]): Unit {
  return lines.some(({ cells }) => cells.some(({ text }) => text.length < 100 && IN_YUAN.test(text))) ? '元' : '万元';
}

/** An amount in 万元, as printed where it is printed so; null when the cell holds no amount. */
export function amountCell(text: string | undefined, unit: Unit): string | null {
  const number = decimalCell(text?.replace(/(?:亿|万)?元\s*$/, ''));
  if (number === null) return null;
  const own = (/(亿元|万元|元)\s*$/.exec(text ?? '')?.[1] ?? unit) as Unit;
  return own === '万元' ? number : plain(exact(number).mul(exact(FACTOR[own])));
}
